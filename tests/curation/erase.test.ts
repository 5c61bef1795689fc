import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anybody, operator } from '../../api/access/actor.ts';
import { createApp } from '../../api/app.ts';
import { thePublic } from '../../api/catalogue/model/visibility.ts';
import { applyChanges } from '../../api/curation/apply-changes.ts';
import type { Change } from '../../api/curation/change.ts';
import { eraseContact } from '../../api/curation/erase.ts';
import { storageOf } from '../../api/curation/storage.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { freiburg, openHub, type TestHub } from '../support/hub.ts';

/** What every text of the contact has in it, and nothing else. */
const mark = 'zyxmarke';
const key = `${mark}-kontakt`;
/** What is searched for, and then said again in the answer, is only the beginning of it. */
const asked = mark.slice(0, -1);
/** A day and a number of nobody else. */
const [consented, review, phone] = ['1987-03-21', '2099-03-22', '0761 2018409'];
const marks = [mark, consented, review, phone];

const contact = {
  organisation: `Amt ${mark}`,
  unit: `Stelle ${mark}`,
  person: `Erika ${mark}`,
  role_de: `Rolle ${mark}`,
  role_en: `Role ${mark}`,
  email: `${mark}@a.example`,
  phone,
  website: `https://${mark}.example/`,
  municipality: '08311000',
  region_wide: false,
  fields: ['digilab'],
  engagements: ['digilab:ACTIVE'],
  consent_on: consented,
  consent_review_on: review,
  source_url: `https://a.example/${mark}`,
};

let hub: TestHub;
let folder: string;
const log: string[] = [];
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  hub = await openHub();
  folder = mkdtempSync(join(tmpdir(), 'erase-'));
  const settings = readSettings({ LOG_LEVEL: 'trace', FILES_DIR: folder, PUBLIC_URL: 'https://hub.example' });
  const lines = { write: (line: string) => log.push(line) };
  app = createApp({
    database: hub.database,
    settings,
    region: freiburg,
    log: pino({ level: 'trace' }, lines as never),
    viewer: thePublic,
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hub.database.close();
});

const apply = (changes: readonly Change[]) =>
  applyChanges(hub.database, operator('test'), changes, { message: 'Test' });

/** Every value of every table, and what the planner remembers of them. */
async function everyTable(): Promise<string> {
  const tables = await hub.database.rows<{ name: string }>({
    text: `SELECT format('%I', relname) AS name FROM pg_class
      WHERE relkind IN ('r', 'v') AND relnamespace = 'public'::regnamespace`,
    values: [],
  } as never);
  expect(tables.length).toBeGreaterThan(15);
  const texts: string[] = [];
  for (const name of [...tables.map((table) => table.name), 'pg_stats'])
    for (const { row } of await hub.database.rows<{ row: string }>({
      text: `SELECT t::text AS row FROM ${name} t`,
      values: [],
    } as never))
      texts.push(`${name}: ${row}`);
  return texts.join('\n');
}

const doors = [
  '/data/contacts.csv',
  '/data/contacts.json',
  '/data/contacts.xlsx',
  '/data/projects.json',
  '/data/who-does-what.csv',
  '/feeds/contacts.json',
  '/feeds/contacts.atom',
  '/feeds/projects.json',
  '/map.json',
  `/search?text=${asked}`,
  '/ogc/collections/contacts/items?f=json',
  `/contacts/${key}`,
  `/contacts/${key}.json`,
  '/projects/frelo-leihraeder',
  '/municipalities/08311000',
  '/',
];
async function everyDoor(): Promise<string> {
  const answers = await Promise.all(
    doors.map(async (path) => `${path}: ${await (await app.request(path)).text()}`),
  );
  const query = `{ contacts(first: 100) { edges { node { slug organisation person email } } } search(text: "${asked}") { edges { highlights { text } snippet { text } node { id } } }
    changes(sinceRevision: 1, first: 100) { edges { node { key } } } revisions { message changes { key } } project(slug: "frelo-leihraeder") { contact { slug } } }`;
  const graphql = await app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await graphql.text();
  expect(answer).not.toContain('"errors"');
  return [...answers, answer].join('\n');
}

const found = (text: string) =>
  text.split('\n').filter((line) => marks.some((one) => line.toLowerCase().includes(one)));

it('a contact that is erased is gone from every table, door, file and log, and the revision says no more than that', async () => {
  const planted = storageOf('contacts').columns.filter(({ personal }) => personal);
  for (const { name } of planted) expect(Object.keys(contact)).toContain(name);
  await apply([
    { entity: 'contacts', key, set: contact },
    { entity: 'projects', key: 'frelo-leihraeder', set: { contact: key } },
  ]);
  await apply([{ entity: 'contacts', key, set: { email: `neu-${mark}@a.example` } }]);
  // All that is made of it is made, and the planner knows its values.
  await hub.database.prisma.$executeRawUnsafe('ANALYZE');
  expect(found(await everyTable()).length).toBeGreaterThan(5);
  expect(found(await everyDoor()).length).toBeGreaterThan(5);
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(1);

  await expect(eraseContact(hub.database, anybody, key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const before = (await hub.database.revision.current()).number;
  const referring = [{ entity: 'projects', key: 'frelo-leihraeder' }];
  expect(await eraseContact(hub.database, operator('erase'), key, { dryRun: true })).toEqual({
    revision: null,
    wasThere: true,
    revisions: 2,
    referring,
  });
  expect((await hub.database.revision.current()).number).toBe(before);
  log.length = 0;

  expect(await eraseContact(hub.database, operator('erase'), key)).toEqual({
    revision: before + 1,
    wasThere: true,
    revisions: 2,
    referring,
  });
  expect(found(await everyTable())).toEqual([]);
  expect((await app.request(`/contacts/${key}`)).status).toBe(404);
  expect(found((await everyDoor()).replaceAll(key, ''))).toEqual([]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const file of files)
    expect(found(readFileSync(join(file.parentPath, file.name), 'latin1'))).toEqual([]);
  expect(found(log.join('\n').replaceAll(new RegExp(`/contacts/${key}(\\.json)?`, 'g'), ''))).toEqual([]);
  expect(
    await hub.database.prisma.revision.findUnique({
      where: { number: before + 1 },
      include: { changes: true },
    }),
  ).toMatchObject({
    actor: 'erase',
    message: 'Personal data were erased.',
    changes: [{ entity: 'projects', key: 'frelo-leihraeder', action: 'CHANGED' }],
  });
});

it('a contact that was removed before is erased from the history, and one that never was is told', async () => {
  await apply([{ entity: 'contacts', key, set: contact }]);
  await apply([{ entity: 'contacts', key, remove: true }]);
  expect(found(await everyTable()).length).toBeGreaterThan(0);
  expect(await eraseContact(hub.database, operator('erase'), key)).toMatchObject({
    wasThere: false,
    revisions: 2,
  });
  expect(found(await everyTable())).toEqual([]);
  await expect(eraseContact(hub.database, operator('erase'), key)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
