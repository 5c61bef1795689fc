import XmlBuilder from 'fast-xml-builder';
import { type Literal, type Quad, Writer } from 'n3';
import type { CatalogueForm } from '../../publishing/addresses/catalogue.ts';
import { prefixes } from '../../publishing/dcat/terms.ts';
import { asXml } from '../../publishing/xml.ts';

/** The graph as Turtle. */
function turtle(quads: readonly Quad[]): Promise<string> {
  const writer = new Writer({ prefixes });
  writer.addQuads([...quads]);
  return new Promise((resolve, reject) => {
    writer.end((error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** The graph as JSON-LD, compacted with a context of its own: nothing has to be fetched to read it. */
async function jsonLd(quads: readonly Quad[]): Promise<string> {
  const { default: jsonld } = await import('jsonld');
  const document = await jsonld.fromRDF([...quads]);
  return JSON.stringify(await jsonld.compact(document, { ...prefixes }), null, 1);
}

/** The graph as RDF/XML: one description for each thing, no abbreviation. */
function rdfXml(quads: readonly Quad[]): string {
  const things = new Map<string, Record<string, unknown[]>>();
  for (const { subject, predicate, object } of quads) {
    const thing = things.get(subject.value) ?? {};
    things.set(subject.value, thing);
    const property = abbreviate(predicate.value);
    thing[property] ??= [];
    thing[property].push(
      object.termType === 'Literal'
        ? {
            ...kindOf(object),
            '#text': object.value,
          }
        : { '@rdf:resource': object.value },
    );
  }
  const builder = new XmlBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
  });
  const namespaces = Object.entries(prefixes).map(([prefix, address]) => [`@xmlns:${prefix}`, address]);
  const written = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'rdf:RDF': {
      ...Object.fromEntries(namespaces),
      'rdf:Description': [...things].map(([address, properties]) => ({
        '@rdf:about': address,
        ...properties,
      })),
    },
  });
  return asXml(written);
}

/** @throws Error where RDF/XML has no name for a property. */
function abbreviate(address: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (address.startsWith(namespace)) return `${prefix}:${address.slice(namespace.length)}`;
  throw new Error(`The property ${address} is in none of the vocabularies of the catalogue.`);
}

/** Language or type of a text; a plain one needs no type. */
function kindOf({ language, datatype }: Literal): Record<string, string> {
  if (language) return { '@xml:lang': language };
  return datatype.value === `${prefixes.xsd}string` ? {} : { '@rdf:datatype': datatype.value };
}

/** The graph in each form. */
export const write: Readonly<
  Record<CatalogueForm['extension'], (quads: readonly Quad[]) => string | Promise<string>>
> = { ttl: turtle, jsonld: jsonLd, rdf: rdfXml };
