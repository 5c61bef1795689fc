import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../api/catalogue/catalogue.ts';
import { countFacets, facetNames } from '../../api/catalogue/facets.ts';
import { schema } from '../../api/graphql/schema.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const secret = 'geheim-person';
const nodeId = (key: string) => Buffer.from(`Contact:${key}`).toString('base64');

/** Values for arguments that name something; the secret contact is what every key of a contact asks for. */
const values: Readonly<Record<string, string>> = {
  'Query.node(id)': `"${nodeId(secret)}"`,
  'Query.contact(slug)': `"${secret}"`,
  'Query.municipality(ags)': '"08311000"',
  'Query.project(slug)': '"frelo-leihraeder"',
  'Query.strategy(slug)': '"freiburg-digital-gestalten"',
  'Query.field(slug)': '"digilab"',
  'Query.topic(slug)': '"breitband"',
  'Query.event(slug)': '"zukunftswerkstatt-digitale-wege-2019"',
  'Query.coverage(by)': 'FIELD',
  'Query.changes(sinceRevision)': '0',
  'Query.search(text)': '"geheim"',
};
const lists = new Set(['contacts', 'projects', 'changes', 'search']);

const argumentsOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, more = '') => {
  const given = field.args
    .map(({ name }) => [name, values[`${type.name}.${field.name}(${name})`]])
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`);
  if (type.name === 'Query' && lists.has(field.name)) given.push('first: 100');
  if (more) given.push(more);
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

/** Everything below a type, so many steps deep: the schema says what there is. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  const parts = ['__typename'];
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    if (isInterfaceType(named)) {
      if (depth > 0) parts.push(`${field.name} { id }`);
    } else if (!isObjectType(named)) parts.push(field.name);
    else {
      // Edges, nodes and the page belong to their list: they are no step.
      const steps = /(Connection|Edge|PageInfo|PeerList)$/.test(named.name) ? depth : depth - 1;
      if (steps >= 0) parts.push(`${field.name}${argumentsOf(type, field)} { ${selectionOf(named, steps)} }`);
    }
  }
  return parts.join(' ');
}

/** Values that try a filter or another argument out. */
function attempts(type: GraphQLInputType, name: string): string[] {
  if (isNonNullType(type) || isListType(type)) return attempts(type.ofType, name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  if (type.toString() === 'Boolean') return ['true', 'false'];
  if (name === 'text') return ['"geheim"', '"Erika"'];
  if (name === 'contact') return [`"${secret}"`];
  if (name === 'field' || name === 'activeIn') return ['"digilab"'];
  if (['municipality', 'district', 'neighbourOf'].includes(name)) return ['"08311000"'];
  if (name === 'near') return ['"08311000", km: 1'];
  if (name === 'topic') return ['"breitband"'];
  if (name === 'bbox') return ['"7,47,9,49"'];
  return /(Since|Until|since|until)$/.test(name) ? ['"2000"', '"2999"'] : [];
}

const root = schema.getQueryType()!;
const roots = Object.values(root.getFields());

/** Every query of the walk: each field of the query three steps deep, and each filter and order of each list. */
function* queries() {
  for (const field of roots) {
    const named = getNamedType(field.type);
    if (isObjectType(named))
      for (const below of Object.values(named.getFields())) {
        const one = { ...named, getFields: () => ({ [below.name]: below }), name: named.name };
        yield `{ ${field.name}${argumentsOf(root, field)} { ${selectionOf(one as GraphQLObjectType, 2)} } }`;
      }
    else yield `{ ${field.name}${argumentsOf(root, field)} { id } }`;
    for (const argument of field.args)
      for (const given of tried(argument))
        yield `{ ${field.name}${argumentsOf(root, field, given)} { ${isObjectType(named) ? selectionOf(named, 0) : 'id'} } }`;
  }
  for (const group of ['FIELD', 'DISTRICT', 'SIZE_CLASS', 'KIND'])
    yield `{ coverage(by: ${group}) { municipalities withContact withActiveContact whiteSpots } }`;
  // Words of the secret, whole, with typing errors, and the key.
  for (const text of ['Stadt', 'Stadt Gehiem', 'Gehiem', 'Erika', secret])
    yield `{ search(text: "${text}", first: 100) { totalCount corrected kinds { kind count }
      facets { name values { value count } } edges { cursor match highlights { text } snippet { text } node { id } } } }`;
}

function* tried({ name, type }: GraphQLArgument) {
  const named = getNamedType(type);
  if (name === 'order' && isEnumType(named))
    for (const value of attempts(named, name)) yield `${name}: ${value}`;
  if (name === 'filter' && isInputObjectType(named))
    for (const filter of Object.values(named.getFields()))
      for (const value of attempts(filter.type, filter.name)) yield `filter: { ${filter.name}: ${value} }`;
}

async function walk() {
  const answers: Record<string, unknown> = {};
  for (const query of queries()) answers[query] = await hub.query(query);
  for (const entity of Object.values(catalogue))
    answers[`facets of ${entity.name}`] = await countFacets(
      hub.database.prisma,
      entity,
      new Map(),
      facetNames(entity),
    );
  return answers;
}

async function addSecrets() {
  const { prisma } = hub.database;
  await prisma.contact.create({
    data: {
      slug: secret,
      organisation: 'Stadt Geheim',
      organisationSort: 'stadt geheim',
      person: 'Erika Geheim',
      email: 'erika@geheim.example',
      municipalityAgs: '08311000',
      sourceUrl: 'https://x.example',
      changedRevision: 1,
      changedAt: new Date(),
      fields: { create: { fieldSlug: 'digilab' } },
      engagements: { create: { fieldSlug: 'digilab', level: 'ACTIVE' } },
    },
  });
  await prisma.$executeRaw`INSERT INTO search_entry (entity, key, title, name, folded, words)
    VALUES ('contacts', ${secret}, 'Stadt Geheim', 'stadt geheim', 'stadt geheim erika', to_tsvector('german', 'stadt geheim erika'))`;
  await prisma.project.update({ where: { slug: 'frelo-leihraeder' }, data: { contactSlug: secret } });
  await prisma.strategy.update({
    where: { slug: 'freiburg-digital-gestalten' },
    data: { contactSlug: secret },
  });
  await prisma.engagement.create({
    data: { contactSlug: 'wfr-region-freiburg', fieldSlug: 'digilab', level: 'INTERESTED' },
  });
  await prisma.engagement.create({
    data: { contactSlug: 'stadt-freiburg-digit', fieldSlug: 'e-akte', level: 'INTERESTED' },
  });
  await prisma.revisionChange.create({
    data: {
      number: 1,
      entity: 'contacts',
      key: secret,
      action: 'ADDED',
      after: { slug: secret, person: 'Erika Geheim' },
    },
  });
}

// The walk asks some hundred queries, twice in each test.
describe('a contact without consent, and who is merely interested,', { timeout: 600_000 }, () => {
  it('change no answer: no field, filter, order, count, facet, cursor, node id or history', async () => {
    const before = await walk();
    expect(Object.keys(before).length).toBeGreaterThan(200);
    await addSecrets();
    const after = await walk();
    for (const [query, answer] of Object.entries(after)) expect(answer, query).toEqual(before[query]);
    expect(JSON.stringify(Object.values(after)).toLowerCase()).not.toContain('erika@');
  });

  it('would be seen by this walk if they were public', async () => {
    const before = await walk();
    await hub.database.prisma.contact.update({ where: { slug: secret }, data: { person: null } });
    await hub.database.prisma.engagement.updateMany({ data: { level: 'ACTIVE' } });
    const after = await walk();
    const changed = Object.keys(after).filter(
      (query) => JSON.stringify(after[query]) !== JSON.stringify(before[query]),
    );
    for (const part of [
      'contact(',
      'contacts',
      'projects',
      'node(',
      'coverage',
      'changes',
      'activeIn',
      'search(text: "geheim"',
      'search(text: "Stadt Gehiem"',
      'facets of contacts',
    ])
      expect(
        changed.some((query) => query.includes(part)),
        part,
      ).toBe(true);
  });
});
