import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFolder } from '../../api/curation/import-folder.ts';
import type { Database } from '../../api/database/open-database.ts';
import { freiburg, openEmptyDatabase } from '../support/hub.ts';

const about = { actor: 'test', message: 'Import' };
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
      'an AGS without its zero',
      '08315051,08315051',
      '8315051,',
      'projects.csv:2 municipalities: "8315051" is no AGS; right are 8 digits, or 5 for a Landkreis.',
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
    [
      'an open quote',
      'Anschluss',
      '"Anschluss',
      'projects.csv:2 is no CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2',
    ],
    [
      'an unknown column',
      'slug,title',
      'slug,titel',
      'projects.csv:1 title: "" is missing; this column is needed.\nprojects.csv:1 titel: "titel" is no column of this file; there are slug, title, status, period_start, period_end, municipalities, lead, region_wide, summary_de, summary_en, fields, topics, funding_programme, budget_eur, website, contact, reusable, reuse_url, source_url, source_date, confirmed_at, changed_at, url.',
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
    expect((await errors()).split('\n')[0]).toBe('topics.csv:3 is not UTF-8; save the file as «CSV UTF-8».');
  });

  it('an e-mail address and a telephone number that are none', async () => {
    const slug = 'zweckverband-gewerbepark-breisgau';
    edit('contacts.csv', (text) =>
      text.replace('info@gewerbepark-breisgau.de', 'info').replace('07634 5108-0', 'ask Ms X'),
    );
    const line = lineOf('contacts.csv', slug);
    expect(await errors()).toBe(
      `contacts.csv:${line} email: "info" is no e-mail address.\ncontacts.csv:${line} phone: "ask Ms X" is no telephone number; allowed are digits, spaces, + - / ( ).`,
    );
  });

  it('a border with one side only', async () => {
    edit('neighbours.csv', (text) => text.replace('08315003,08311000\n', ''));
    expect(await errors()).toBe(
      'neighbours.csv:2 neighbour: "08315003" stands without its other direction; add the line 08315003,08311000.',
    );
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
    });
    expect(await importFolder(database, folder, about)).toEqual({ revision: null, added: {}, changed: {} });
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
    expect(await importFolder(database, folder, about)).toEqual({ revision: null, added: {}, changed: {} });
  });

  it('with one cell edited is one revision with exactly that change', async () => {
    edit('topics.csv', (text) => text.replace('wlan,Öffentliches WLAN', 'wlan,Freies WLAN'));
    expect(await importFolder(database, folder, about)).toEqual({
      revision: 2,
      added: {},
      changed: { topics: 1 },
    });
    expect(await database.prisma.revisionChange.findMany({ where: { number: 2 } })).toEqual([
      {
        number: 2,
        entity: 'topics',
        key: 'wlan',
        action: 'CHANGED',
        before: { slug: 'wlan', name_de: 'Öffentliches WLAN', name_en: 'Public Wi-Fi' },
        after: { slug: 'wlan', name_de: 'Freies WLAN', name_en: 'Public Wi-Fi' },
      },
    ]);
  });

  it('twice at once makes one revision, and numbers have no gaps', async () => {
    edit('topics.csv', (text) => text.replace('wlan,Öffentliches WLAN', 'wlan,WLAN für alle'));
    const results = await Promise.all([
      importFolder(database, folder, about),
      importFolder(database, folder, about),
    ]);
    expect(results.map(({ revision }) => revision).sort()).toEqual([3, null]);
    const numbers = await database.prisma.revision.findMany({
      select: { number: true },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
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
      ['lokale-digitalisierungsstrategie', false],
      ['regionale-vernetzung-service-bw', true],
      ['menschen-mitnehmen', true],
      ['einfuehrung-elektronische-aktenfuehrung', true],
      ['qualifizierung-sensibilisierung', true],
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
