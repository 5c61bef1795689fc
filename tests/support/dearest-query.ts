import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { type Counts, measure } from '../../api/doors/graphql/limits/measure.ts';

type Field = GraphQLField<unknown, unknown>;
type Part = {
  /** The field; `%` stands where its selection does. */
  readonly start: string;
  readonly type: GraphQLObjectType;
  readonly leaves: string;
  readonly inner: Part[];
};

/** The first records of a catalogue: what fields that ask for one are given. */
export const firstRecords = `{ projects(first: 1) { edges { node { id slug } } } contacts(first: 1) { edges { node { slug } } }
  strategies(first: 1) { edges { node { slug } } } municipalities(first: 1) { edges { node { ags } } }
  events(first: 1) { edges { node { slug } } } fields(first: 1) { edges { node { slug } } } topics(first: 1) { edges { node { slug } } } }`;

/** What fields of the query have to be given. @param found the answer to {@link firstRecords}. */
export function argumentsFrom(
  found: Readonly<Record<string, { edges: { node: Record<string, string> }[] }>>,
): Readonly<Record<string, string>> {
  const given = (list: string, key: string) => found[list]?.edges[0]?.node[key] ?? 'none';
  const slug = (list: string) => `slug: "${given(list, 'slug')}"`;
  const id = given('projects', 'id');
  return {
    changes: 'sinceRevision: 0',
    contact: slug('contacts'),
    coverage: 'by: FIELD',
    event: slug('events'),
    field: slug('fields'),
    municipality: `ags: "${given('municipalities', 'ags')}"`,
    node: `id: "${id}"`,
    nodes: `ids: ["${id}"]`,
    project: slug('projects'),
    search: 'text: "digital"',
    strategy: slug('strategies'),
    topic: slug('topics'),
  };
}

const sizes = [100, 30, 10, 3, 1];

/**
 * The dearest query below a field of the query that keeps to all limits: list after list, each as long as there is
 * room for, the nearest first.
 * @param given the arguments that the field needs.
 */
export function dearestQuery(
  schema: GraphQLSchema,
  name: string,
  given: string,
  most: Counts & { QUERY_MAX_TOKENS: number },
): { query: string; cost: number } {
  const root = schema.getQueryType() as GraphQLObjectType;
  const queryOf = (part: Part) => `{ ${written(part)} }`;
  const countsOf = (query: string) => measure({ schema, document: parse(query) });
  const fits = (part: Part) => {
    const query = queryOf(part);
    const counts = countsOf(query);
    return (
      (query.match(/[\w.]+|[^\s\w,]/g) ?? []).length < most.QUERY_MAX_TOKENS &&
      (Object.keys(counts) as (keyof Counts)[]).every((limit) => counts[limit] <= most[limit])
    );
  };
  const field = root.getFields()[name] as Field;
  const whole = sizes.map((size) => partOf(schema, field, given, size)).find((part) => part && fits(part));
  if (!whole) return { query: `{ ${name}${given} }`, cost: 1 };
  for (const queue = [whole]; queue.length > 0; ) {
    const part = queue.shift() as Part;
    for (const below of listsFirst(part.type))
      for (const size of sizes) {
        const added = partOf(schema, below, '', size);
        if (!added) break;
        part.inner.push(added);
        if (fits(whole)) {
          queue.push(added);
          break;
        }
        part.inner.pop();
      }
  }
  const query = queryOf(whole);
  return { query, cost: countsOf(query).QUERY_MAX_COST };
}

const written = ({ start, leaves, inner }: Part): string => {
  return start.replace('%', [leaves, ...inner.map(written)].join(' '));
};

/** A field with all values that it gives itself; undefined where it gives no record. */
function partOf(schema: GraphQLSchema, field: Field, given: string, size: number): Part | undefined {
  const named = getNamedType(field.type);
  if (isLeafType(named) || !isAskable(field, given)) return undefined;
  // Of records of any kind, the kind that leads furthest.
  const type = isObjectType(named) ? named : (schema.getType('Project') as GraphQLObjectType);
  const leaves = Object.values(type.getFields()).filter(
    (one) => isLeafType(getNamedType(one.type)) && isAskable(one, ''),
  );
  const first = field.args.some((argument) => argument.name === 'first') ? `first: ${size}` : '';
  const asked = [given, first].filter(Boolean).join(', ');
  const body = isObjectType(named) ? '%' : '... on Project { % }';
  return {
    start: `${field.name}${asked && `(${asked})`} { ${body} }`,
    type,
    leaves: ['__typename', ...leaves.map((one) => one.name)].join(' '),
    inner: [],
  };
}

const isAskable = ({ args }: Field, given: string) =>
  given !== '' || args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);

/** The records that fields give; what `nodes` are stands in `edges` as well. */
const listsFirst = (type: GraphQLObjectType): Field[] => {
  const isPaged = ({ args }: Field) => Number(args.some(({ name }) => name === 'first'));
  return Object.values(type.getFields())
    .filter(({ name }) => !type.name.endsWith('Connection') || name !== 'nodes')
    .sort((one, other) => isPaged(other) - isPaged(one));
};
