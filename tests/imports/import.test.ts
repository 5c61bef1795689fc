import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../api/database/open-database.ts';
import { importFolder } from '../../api/imports/import-files.ts';
import { freiburg, openEmptyDatabase } from '../support/hub.ts';

const about = { message: 'Import' };
const unknown = { source_url: null, confirmed_at: null };
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'region-'));
  cpSync(freiburg.folder, folder, { recursive: true });
  return () => rmSync(folder, { recursive: true });
});

/** Changes a file of the copied region. */
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

/** The line that a record begins in, as an editor counts. */
function lineOf(file: string, beginning: string): number {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.startsWith(beginning)) + 1
  );
}

async function errors(): Promise<string> {
  const before = await database.prisma.revision.count();
  const message = await importFolder(database, folder, about).then(
    () => 'no error',
    (error: Error) => error.message,
  );
  expect(await database.prisma.revision.count()).toBe(before);
  return message;
}

describe('bad input leaves the database unchanged and is told with file, line, column, value and what is right:', () => {
  const one = 'heuweiler-backbone-anschluss';
  const cell = (from: string, to: string) => edit('projects.csv', (text) => text.replace(from, to));

  beforeEach(() => {
    // A project of one line, so that a mistake has a place that a person can check.
    edit('projects.csv', (text) => {
      const header = text.slice(0, text.indexOf('\n'));
      return `${header}\n${one},Anschluss,RUNNING,2016,2017,08315051,08315051,false,,,digilab,breitband,,1000,https://a.example,,,,https://b.example/x,2017-03,\n`;
    });
  });

  it.each([
    [
      'an unknown AGS',
      '08315051,08315051',
      '08315999,',
      'projects.csv:2 municipalities: "08315999" is not known: there is no such municipality in the import or the catalogue.',
    ],
    [
      'an AGS with a digit too few',
      '08315051,08315051',
      '831505,',
      'projects.csv:2 municipalities: "831505" is no AGS; right are 8 digits, or 5 for a Landkreis.',
    ],
    [
      'an unknown enum value',
      'RUNNING',
      'FINISHED',
      'projects.csv:2 status: "FINISHED" is not allowed; allowed are IDEA, PLANNED, RUNNING, COMPLETED, DISCONTINUED, UNKNOWN.',
    ],
    [
      'a reference that leads nowhere',
      'digilab',
      'no-such-field',
      'projects.csv:2 fields: "no-such-field" is not known: there is no such field in the import or the catalogue.',
    ],
    [
      'a day that does not exist',
      '2017-03',
      '2017-02-30',
      'projects.csv:2 source_date: "2017-02-30" is no date; right are 2016, 2016-07 and 2016-07-14.',
    ],
    [
      'an address that is none',
      'https://a.example',
      'www.a.example',
      'projects.csv:2 website: "www.a.example" is no web address; it begins with https:// or http://.',
    ],
    [
      'a number that is none',
      '1000',
      '1.000',
      'projects.csv:2 budget_eur: "1.000" is no whole number up to 2147483647.',
    ],
    [
      'an end before the beginning',
      '2016,2017',
      '2016,2015-12',
      'projects.csv:2 period_end: "2015-12" is before period_start (2016).',
    ],
    [
      'a lead that takes no part',
      '08315051,08315051',
      '08315051,08316',
      'projects.csv:2 lead: "08316" names 08316, which is not among municipalities.',
    ],
    [
      'an empty cell that must not be',
      'Anschluss',
      '',
      'projects.csv:2 title: "" is empty; a value is needed here.',
    ],
    [
      'a slug with capitals',
      one,
      'Heuweiler',
      'projects.csv:2 slug: "Heuweiler" is no slug; right are small letters, digits and single hyphens.',
    ],
    ['a missing cell', '2017-03,\n', '2017-03\n', 'projects.csv:2 has 20 cells; the header has 21.'],
    ['an open quote', 'Anschluss', '"Anschluss', 'projects.csv:2 has a quote that is never closed.'],
    [
      'an unknown column',
      'slug,title',
      'slug,titel',
      'projects.csv:1 titel: "titel" is no column of this file; there are slug, title, status, period_start, period_end, municipalities, lead, region_wide, summary_de, summary_en, fields, topics, funding_programme, budget_eur, website, contact, reusable, reuse_url, source_url, source_date, confirmed_at, reachable, changed_at, url.\nprojects.csv:1 title: "" is missing; a new project needs this column.',
    ],
  ])('%s', async (_name, from, to, expected) => {
    cell(from, to);
    expect(await errors()).toBe(expected);
  });

  it('a key that stands twice', async () => {
    edit('topics.csv', (text) => `${text}wlan,Noch einmal,\n`);
    expect(await errors()).toBe(
      'topics.csv:26 slug: "wlan" stands in line 25 already; every key may stand once.',
    );
  });

  it('a file that is not UTF-8', async () => {
    writeFileSync(
      join(folder, 'topics.csv'),
      Buffer.from('slug,name_de,name_en\nbauen,Bauen,\nmuell,M\xfcll,\n', 'latin1'),
    );
    expect(await errors()).toBe('topics.csv:3 is not UTF-8; save the file as «CSV UTF-8».');
  });

  it('a quote in the wrong place, without a word on what refers to the rows behind it', async () => {
    edit('topics.csv', (text) => text.replace('bauen,Bauen', 'bauen,Bau"en'));
    expect(await errors()).toBe(
      'topics.csv:2 has a quote in the wrong place; a cell with quotes stands in quotes, those in it written twice.',
    );
  });

  it('a control character', async () => {
    edit('topics.csv', (text) => text.replace('Bauen und', 'Bauen\u0000und'));
    expect(await errors()).toBe(
      'topics.csv:2 name_de: "Bauen\\u0000und Planen" holds a control character; remove it.',
    );
  });

  it('mistakes behind empty lines and behind line ends within cells, in the line that an editor shows', async () => {
    const rows = ['slug,name_de,name_en', '', 'a-a,"Zwei', 'Zeilen",', '', 'BAD,B,', 'c-c,C'];
    const expected = [
      'topics.csv:6 slug: "BAD" is no slug; right are small letters, digits and single hyphens.',
      'topics.csv:7 has 2 cells; the header has 3.',
    ].join('\n');
    for (const lineEnd of ['\n', '\r\n']) {
      writeFileSync(join(folder, 'topics.csv'), `${rows.join(lineEnd)}${lineEnd}`);
      expect(await errors()).toBe(expected);
    }
  });

  it('a column that a new record needs', async () => {
    writeFileSync(
      join(folder, 'projects.csv'),
      'slug,title,status,municipalities,source_url\nx,X,IDEA,,https://a.example\n',
    );
    expect(await errors()).toBe(
      'projects.csv:1 region_wide: "" is missing; a new project needs this column.',
    );
  });

  it('a strategy of nobody', async () => {
    writeFileSync(
      join(folder, 'strategies.csv'),
      'slug,title,owners,status,source_url\nx,X,,PLANNED,https://a.example\n',
    );
    expect(await errors()).toBe('strategies.csv:2 owners: "" is empty; at least one is needed here.');
  });

  it('a place that is not on earth, a Landkreis with 8 digits, and a Gemeinde as a Landkreis', async () => {
    edit(
      'municipalities.csv',
      (text) =>
        `${text}08399001,A,LANDKREIS,,,,,,91,1,,,Test,\n08399002,B,GEMEINDE,08311000,,,,"1,234",,"7,8",,,Test,\n`,
    );
    expect(await errors()).toBe(
      [
        'municipalities.csv:79 latitude: "91" is not allowed; right is a number from -90 to 90 with a decimal point.',
        'municipalities.csv:79 kind: "LANDKREIS" does not go with the AGS 08399001; a Landkreis, and nothing else, has 5 digits.',
        'municipalities.csv:80 area_km2: "1,234" is no number with a decimal point.',
        'municipalities.csv:80 district: "08311000" is no Landkreis; right are 5 digits.',
      ].join('\n'),
    );
  });

  it('outcomes of no event, twice, and with a value that is none', async () => {
    const event = 'zukunftswerkstatt-digitale-wege-2019';
    writeFileSync(
      join(folder, 'event_outcomes.csv'),
      `event,field,volunteers\nno-event,digilab,\n${event},digilab,yes\n${event},digilab,\n${event},BAD,\n${event},WORSE,\n`,
    );
    expect(await errors()).toBe(
      [
        'event_outcomes.csv:2 event: "no-event" is not known: there is no such event in the import or the catalogue.',
        'event_outcomes.csv:3 volunteers: "yes" is not allowed; allowed are true, false.',
        'event_outcomes.csv:4 field: "digilab" stands in line 3 already for the same event.',
        'event_outcomes.csv:5 field: "BAD" is no slug; right are small letters, digits and single hyphens.',
        'event_outcomes.csv:6 field: "WORSE" is no slug; right are small letters, digits and single hyphens.',
      ].join('\n'),
    );
  });

  it('an e-mail address and a telephone number that are none', async () => {
    const slug = 'zweckverband-gewerbepark-breisgau';
    edit('contacts.csv', (text) =>
      text.replace('info@gewerbepark-breisgau.de', 'info').replace('07634 5108-0', 'ask Ms X'),
    );
    const line = lineOf('contacts.csv', slug);
    expect(await errors()).toBe(
      `contacts.csv:${line} email: "info" is no e-mail address; right is one, such as info@gemeinde.example.\ncontacts.csv:${line} phone: "ask Ms X" cannot be dialled; right is one number with its area code, such as 0761 201-0 or +49 761 201-0.`,
    );
  });

  it('a border with one side only', async () => {
    edit('neighbours.csv', (text) => text.replace('08315003,08311000\n', ''));
    expect(await errors()).toBe(
      'neighbours.csv:2 neighbour: "08315003" stands without its other direction; add the line 08315003,08311000.',
    );
  });

  it('a municipality that borders on itself', async () => {
    edit('neighbours.csv', (text) => `${text}08315003,08315003\n`);
    const line = lineOf('neighbours.csv', '08315003,08315003');
    expect(await errors()).toBe(`neighbours.csv:${line} neighbour: "08315003" is the municipality itself.`);
  });

  it('a folder without a file of the catalogue', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(await errors()).toBe(`${folder}: holds no file of the catalogue.`);
  });

  it('all mistakes of all files at once', async () => {
    cell('RUNNING', 'FINISHED');
    edit('topics.csv', (text) => text.replace('bauen,Bauen und Planen', 'bauen,'));
    expect(await errors()).toBe(
      'topics.csv:2 name_de: "" is empty; a value is needed here.\nprojects.csv:2 status: "FINISHED" is not allowed; allowed are IDEA, PLANNED, RUNNING, COMPLETED, DISCONTINUED, UNKNOWN.',
    );
  });
});

describe('the import of the real region', () => {
  it('is one revision with all records; a second one changes nothing and makes none', async () => {
    expect(await importFolder(database, folder, about)).toEqual({
      revision: 1,
      added: {
        municipalities: 77,
        fields: 6,
        topics: 24,
        contacts: 13,
        projects: 158,
        strategies: 5,
        events: 19,
      },
      changed: {},
      removed: {},
    });
    expect(await importFolder(database, folder, about)).toEqual({
      revision: null,
      added: {},
      changed: {},
      removed: {},
    });
    expect(await database.prisma.revision.count()).toBe(1);
  });

  it('with semicolons, BOM and CRLF is the same import', async () => {
    edit(
      'topics.csv',
      (text) =>
        `\ufeff${text
          .replaceAll('"', '')
          .replace(/,(?! )/g, ';')
          .replaceAll('\n', '\r\n')}`,
    );
    expect(await importFolder(database, folder, about)).toEqual({
      revision: null,
      added: {},
      changed: {},
      removed: {},
    });
  });

  it('gives an AGS back the zero that a spreadsheet took for nothing', async () => {
    edit('municipalities.csv', (text) => text.replaceAll(/\b0(8\d{4}(\d{3})?),/g, '$1,'));
    expect(await importFolder(database, folder, about)).toEqual({
      revision: null,
      added: {},
      changed: {},
      removed: {},
    });
  });

  it('with one cell edited is one revision with exactly that change', async () => {
    edit('topics.csv', (text) => text.replace('wlan,Öffentliches WLAN', 'wlan,Freies WLAN'));
    expect(await importFolder(database, folder, about)).toEqual({
      revision: 2,
      added: {},
      changed: { topics: 1 },
      removed: {},
    });
    expect(await database.prisma.revisionChange.findMany({ where: { number: 2 } })).toEqual([
      {
        number: 2,
        entity: 'topics',
        key: 'wlan',
        action: 'CHANGED',
        before: { slug: 'wlan', name_de: 'Öffentliches WLAN', name_en: 'Public Wi-Fi', ...unknown },
        after: { slug: 'wlan', name_de: 'Freies WLAN', name_en: 'Public Wi-Fi', ...unknown },
      },
    ]);
  });

  it('of some columns leaves the others as they are, also those that exports derive', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const before = await database.prisma.topic.findUniqueOrThrow({ where: { slug: 'bauen' } });
    writeFileSync(join(folder, 'topics.csv'), 'changed_at,name_de,slug\n2001-01-01,Bauen und Wohnen,bauen\n');
    expect(await importFolder(database, folder, about)).toEqual({
      revision: 3,
      added: {},
      changed: { topics: 1 },
      removed: {},
    });
    const after = await database.prisma.topic.findUniqueOrThrow({ where: { slug: 'bauen' } });
    expect(after).toEqual({
      ...before,
      nameDe: 'Bauen und Wohnen',
      changedRevision: 3,
      changedAt: after.changedAt,
    });
  });

  it('of a join file alone changes the records it names and no others', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const event = 'buergerkonferenz-digital-freiburg-2018';
    const others = { where: { eventSlug: { not: event } } };
    const before = await database.prisma.eventOutcome.count(others);
    writeFileSync(
      join(folder, 'event_outcomes.csv'),
      `event,field,volunteers\n${event},digilab,true\n${event},menschen-mitnehmen,\n`,
    );
    expect(await importFolder(database, folder, about)).toEqual({
      revision: 4,
      added: {},
      changed: { events: 1 },
      removed: {},
    });
    const [change] = await database.prisma.revisionChange.findMany({ where: { number: 4 } });
    expect(change).toMatchObject({
      entity: 'events',
      key: event,
      before: { outcomes: ['lokale-strategie:', 'menschen-mitnehmen:'] },
      after: { outcomes: ['digilab:true', 'menschen-mitnehmen:'] },
    });
    expect(await database.prisma.eventOutcome.count(others)).toBe(before);
  });

  it('takes a key that stands twice in a list once, and puts leads first', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'projects.csv'),
      'slug,title,status,region_wide,municipalities,lead,fields,source_url\nx,X,IDEA,,08315003|08315013|08311000,08311000,digilab| digilab,https://a.example\n',
    );
    expect((await importFolder(database, folder, about)).added).toEqual({ projects: 1 });
    const project = await database.prisma.project.findUniqueOrThrow({
      where: { slug: 'x' },
      include: { fields: true, participations: { orderBy: { position: 'asc' } } },
    });
    expect(project.fields.map(({ fieldSlug }) => fieldSlug)).toEqual(['digilab']);
    expect(project.participations.map(({ municipalityAgs, role }) => [municipalityAgs, role])).toEqual([
      ['08311000', 'LEAD'],
      ['08315003', 'PARTNER'],
      ['08315013', 'PARTNER'],
    ]);
  });

  it('makes texts searchable, never a person, an address or where a value comes from', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'contacts.csv'),
      'slug,organisation,unit,person,role_de,email,phone,region_wide,source_url\nx,Stadt,Büro,Erika Muster,Beratung,e@muster.example,0761 201-0,true,https://a.example\n',
    );
    await importFolder(database, folder, about);
    const entries = await database.prisma.searchEntry.findMany({
      where: {
        OR: [
          { entity: 'contacts', key: 'x' },
          { entity: 'municipalities', key: '08311000' },
        ],
      },
      orderBy: { entity: 'asc' },
      select: { title: true, folded: true },
    });
    expect(entries).toEqual([
      { title: 'Stadt', folded: 'x stadt buro beratung' },
      { title: 'Freiburg im Breisgau', folded: '08311000 freiburg im breisgau' },
    ]);
  });

  it('twice at once makes one revision, and numbers have no gaps', async () => {
    edit('topics.csv', (text) => text.replace('wlan,Öffentliches WLAN', 'wlan,WLAN für alle'));
    const results = await Promise.all([
      importFolder(database, folder, about),
      importFolder(database, folder, about),
    ]);
    expect(results.map(({ revision }) => revision).sort()).toEqual([7, null]);
    const numbers = await database.prisma.revision.findMany({
      select: { number: true },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('knows the workshop: four rounds, ten tables, almost 100 people, six fields, nobody for the local strategy', async () => {
    const workshop = await database.prisma.event.findUniqueOrThrow({
      where: { slug: 'zukunftswerkstatt-digitale-wege-2019' },
      include: { outcomes: { orderBy: { field: { position: 'asc' } } } },
    });
    const { date, rounds, tables, participants, participantsPrecision, outcomes } = workshop;
    expect({ date, rounds, tables, participants, participantsPrecision }).toEqual({
      date: '2019-01-23',
      rounds: 4,
      tables: 10,
      participants: 100,
      participantsPrecision: 'ALMOST',
    });
    expect(outcomes.map(({ fieldSlug, volunteers }) => [fieldSlug, volunteers])).toEqual([
      ['digilab', true],
      ['lokale-strategie', false],
      ['service-bw', true],
      ['menschen-mitnehmen', true],
      ['e-akte', true],
      ['qualifizierung', true],
    ]);
  });

  it('keeps a project of the whole region as one, not as 77 participations', async () => {
    const regionWide = await database.prisma.project.findMany({
      where: { regionWide: true },
      include: { participations: true },
      orderBy: { slug: 'asc' },
    });
    expect(regionWide.map(({ slug, participations }) => [slug, participations.length])).toEqual([
      ['digihub-suedbaden', 0],
      ['konus-gaestekarte-digital', 0],
      ['rvf-luftlinie', 0],
      ['schwarzwald-marie-ki', 0],
      ['zukunft-raum-schwarzwald', 5],
    ]);
  });
});
