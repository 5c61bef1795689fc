import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';

export const fromTurtle = (text: string): Quad[] => new Parser().parse(text);

export const fromJsonLd = async (text: string): Promise<Quad[]> =>
  new Parser({ format: 'N-Quads' }).parse(
    (await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })) as unknown as string,
  );

export async function fromRdfXml(text: string): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of Readable.from([text]).pipe(new RdfXmlParser())) quads.push(quad);
  return quads;
}

/** A triple as one line, to compare and to sort. */
const line = ({ subject, predicate, object }: Quad): string => {
  const written =
    object.termType === 'Literal'
      ? `"${object.value}"${object.language ? `@${object.language}` : `^^${object.datatype.value}`}`
      : object.value;
  return `${subject.value} ${predicate.value} ${written}`;
};
export const lines = (quads: readonly Quad[]): string[] => quads.map(line).sort();

/** Data in the words of schema.org. Its context would be fetched from there; what it says here is the vocabulary. */
export const fromSchemaOrg = ({ '@context': context, ...data }: Record<string, unknown>): Promise<Quad[]> => {
  if (context !== 'https://schema.org') throw new Error(`The context is ${context}.`);
  return fromJsonLd(JSON.stringify({ '@context': { '@vocab': 'https://schema.org/' }, ...data }));
};
