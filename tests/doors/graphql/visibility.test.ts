import { type GraphQLInputType, getNamedType, isEnumType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../api/catalogue/entities/catalogue.ts';
import { countFacets, facetNames } from '../../../api/catalogue/query/facets.ts';
import { writeCursor } from '../../../api/doors/graphql/base/cursor.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { objectTypes, queriesOfAllArguments, queriesOfAllFields } from './schema-walk.ts';

let hub: TestHub;
beforeAll(async () => {
  const high = '1000000';
  hub = await openHub({
    QUERY_MAX_COST: high,
    QUERY_MAX_TOKENS: high,
    QUERY_MAX_ALIASES: '10000',
    QUERY_MAX_DEPTH: '100',
    QUERY_MAX_KB: '1000',
  });
  return () => hub.database.close();
});

const secret = 'geheim-person';
const nodeId = Buffer.from(`Contact:${secret}`).toString('base64');

/** On the way to every type: records that the secret hangs on, and a public contact. */
const values = {
  'Query.contact(slug)': '"wfr-region-freiburg"',
  'Query.municipality(ags)': '"08311000"',
  'Query.project(slug)': '"frelo-leihraeder"',
  'Query.strategy(slug)': '"freiburg-digital-gestalten"',
  'Query.field(slug)': '"digilab"',
  'Query.topic(slug)': '"breitband"',
  'Query.event(slug)': '"zukunftswerkstatt-digitale-wege-2019"',
  'Query.coverage(by)': 'FIELD',
  'Query.changes(sinceRevision)': '0',
  'Query.changes(first)': '100',
  'Query.contacts(first)': '100',
  'Query.projects(first)': '100',
  text: '"geheim"',
  id: `"${nodeId}"`,
  ids: `["${nodeId}"]`,
};

/** Changes are asked since a revision or since a moment, not both. */
const { 'Query.changes(sinceRevision)': _, ...valuesBesideTrials } = values;

/** The secret itself, wherever the query can name it. */
const rootValues = { 'Query.contact(slug)': `"${secret}"` };

/** Values that try an argument or a filter out. */
function attempts(type: GraphQLInputType, name: string): string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  if (named.name === 'Boolean') return ['true', 'false'];
  if (name === 'text') return ['"geheim"', '"Erika"', '"erika@geheim.example"'];
  if (name === 'field' || name === 'activeIn') return ['"digilab"', '"e-akte"'];
  if (['municipality', 'district', 'neighbourOf'].includes(name)) return ['"08311000"'];
  if (name === 'near') return ['"08311000", km: 1'];
  if (name === 'topic') return ['"breitband"'];
  if (name === 'bbox') return ['"7,47,9,49"'];
  return /(Since|Until|since|until)$/.test(name) && named.name === 'String' ? ['"2000"', '"2999"'] : [];
}

/** The place of the secret in lists of contacts. */
const places = [
  ['ORGANISATION', 'stadt geheim'],
  ['SLUG', secret],
].flatMap(([order = '', value = '']) =>
  ['after', 'before'].map((side) => {
    const cursor = writeCursor(
      { name: `contacts in the order ${order}`, type: 'text' },
      { value, key: secret },
    );
    return `${order}_${side}: contacts(order: ${order}, ${side}: "${cursor}") { totalCount edges { node { slug } } }`;
  }),
);

/** Words of the secret, whole and with typing errors, and its key. */
const searches = ['Stadt', 'Stadt Gehiem', 'Gehiem', 'Erika', secret].map(
  (text, i) => `s${i}: search(text: "${text}", first: 100) { totalCount corrected kinds { kind count }
    facets { name values { value count } } edges { cursor match highlights { text } snippet { text } node { id } } }`,
);

const queries = new Map([
  ...queriesOfAllFields(values, rootValues),
  ...queriesOfAllArguments(attempts, valuesBesideTrials),
  ['searches for the contact', `{ ${searches.join(' ')} }`],
  ['cursors of contacts', `{ ${places.join(' ')} }`],
  [
    'peers of a neighbour',
    `{ municipality(ags: "08316056") { digilab: peers(field: "digilab", first: 50) { ...P } all: peers(first: 50) { ...P } } }
    fragment P on PeerList { totalCount withoutContact peers { score municipality { ags } contact { slug } } }`,
  ],
  // All are refused alike: that it exists is no secret less than what it says.
  [
    'contacts of the key',
    `{ contacts(filter: { slug: "${secret}" }) { totalCount edges { node { slug } } } }`,
  ],
  ...['projects', 'strategies'].map((list): [string, string] => [
    `${list} of the contact`,
    `{ ${list}(filter: { contact: "${secret}" }) { totalCount } }`,
  ]),
]);

/** All answers, by query. */
async function walk(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, query] of queries) answers.set(name, JSON.stringify(await hub.query(query)));
  for (const entity of Object.values(catalogue)) {
    const facets = await countFacets(hub, entity, new Map(), facetNames(entity));
    answers.set(`facets of ${entity.name}`, JSON.stringify(facets));
  }
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

/** Every kind of answer of the other doors. */
const elsewhere = [
  ...Object.keys(catalogue).flatMap((name) => [
    `/data/${name}.csv`,
    `/data/${name}.json`,
    `/data/${name}.ndjson`,
  ]),
  '/data/participations.csv',
  '/data/who-does-what.csv',
  '/data/projects.geojson',
  '/feeds/projects.atom',
  '/feeds/contacts.json',
  '/feeds/strategies.json',
  '/ogc/collections/projects/items?limit=1000',
  '/ogc/collections/municipalities/items?limit=1000',
  '/municipalities/08311000',
  '/municipalities/08311000.json',
  '/projects/frelo-leihraeder',
  '/projects/frelo-leihraeder.json',
  '/strategies/freiburg-digital-gestalten.json',
  '/fields/digilab',
  '/fields/digilab.json',
  '/',
  '/data',
  '/embed',
  '/map.json',
  '/map.json?text=geheim',
  '/map.svg',
  '/sitemap.xml',
  '/catalog.jsonld',
  '/openapi.json',
];

describe('a contact without consent, and who is merely interested,', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await walk();
    await addSecrets();
  });

  it('are looked for in every type of the schema', () => {
    const walked = objectTypes.map(({ name }) => name).filter((name) => name !== 'Query');
    expect(walked.filter((name) => !queries.has(name))).toEqual([]);
  });

  it('change no answer: no field, filter, order, count, facet, cursor, node id or history', async () => {
    const refused = [...before].filter(([, answer]) => answer.includes('"errors"')).map(([name]) => name);
    expect(refused).toEqual(['contacts of the key', 'projects of the contact', 'strategies of the contact']);
    const after = await walk();
    for (const [name, answer] of after) expect(answer, name).toBe(before.get(name));
    expect([...after.values()].join().toLowerCase()).not.toMatch(/erika|stadt geheim/);
  });

  it.each(elsewhere)('leave no trace at %s', async (path) => {
    const response = await hub.app.request(path);
    expect(response.status).toBe(200);
    expect((await response.text()).toLowerCase()).not.toMatch(/erika|stadt geheim|geheim-person/);
  });

  it('have no page', async () => {
    for (const path of [`/contacts/${secret}`, `/contacts/${secret}.json`]) {
      const response = await hub.app.request(path);
      expect([response.status, (await response.text()).includes('Erika')]).toEqual([404, false]);
    }
  });

  it('would be seen by this walk if they were public', async () => {
    await hub.database.prisma.contact.update({ where: { slug: secret }, data: { person: null } });
    await hub.database.prisma.engagement.updateMany({ data: { level: 'ACTIVE' } });
    const after = await walk();
    const changed = [...after].filter(([name, answer]) => answer !== before.get(name)).map(([name]) => name);
    expect(changed).toEqual(
      expect.arrayContaining([
        'Query.changes',
        'Query.contact',
        'Query.contacts',
        'Query.coverage',
        'Query.node',
        'ChangeConnection',
        'Change',
        'Contact',
        'ContactConnection',
        'ContactEdge',
        'Coverage',
        'FieldOfAction',
        'Municipality',
        'Project',
        'Revision',
        'Strategy',
        'Peer',
        'arguments of changes',
        'arguments of contacts',
        'arguments of coverage',
        'arguments of projects',
        'arguments of strategies',
        'searches for the contact',
        'cursors of contacts',
        'peers of a neighbour',
        'projects of the contact',
        'strategies of the contact',
        'facets of contacts',
      ]),
    );
  });
});
