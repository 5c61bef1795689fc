import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { serveHub } from '../support/serve.ts';

type Cells = Record<string, unknown>;
type Seen = {
  counts: Record<string, number>;
  cells: Record<string, Cells>;
  filtered: Record<string, [layer: number, expression: number]>;
  download: Record<string, Cells>;
};

const filters: [string, (row: Cells) => unknown][] = [
  ["changed_at >= '2020-01-01T00:00:00Z'", () => true],
  ["changed_at < '2020-01-01T00:00:00Z'", () => false],
  ["status = 'RUNNING'", ({ status }) => status === 'RUNNING'],
  ["topics LIKE '%; %'", ({ topics }) => (topics as string[]).length > 1],
];

let projects: Cells[];
let counts: Record<string, number>;
let seen: Seen;
beforeAll(async () => {
  const hub = await serveHub();
  // The first by key, with a day where others have a year.
  await hub.database.prisma.project.update({
    where: { slug: 'ag-breitband-hochschwarzwald' },
    data: { periodEnd: '2026-12-31' },
  });
  const rows = async (name: string) =>
    (await (await fetch(`${hub.base}/data/${name}.json`)).json()) as Cells[];
  projects = await rows('projects');
  counts = {
    municipalities: (await rows('municipalities')).length,
    projects: projects.length,
    strategies: (await rows('strategies')).length,
  };
  const script = fileURLToPath(new URL('qgis-reads.py', import.meta.url));
  const { stdout } = await promisify(execFile)(
    '/usr/bin/python3',
    [script, hub.base, ...filters.map(([where]) => where)],
    { env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' }, maxBuffer: 16_000_000 },
  );
  seen = JSON.parse(stdout);
  return () => hub.close();
});

/** The columns of rows, by key, as a map has them. */
const cellsOf = (rows: Cells[], columns: Record<string, (value: unknown) => unknown>) =>
  Object.fromEntries(
    rows.map((row) => [
      row.slug,
      Object.fromEntries(Object.entries(columns).map(([column, as]) => [column, as(row[column])])),
    ]),
  );
const same = (value: unknown) => value;
const joined = (value: unknown) => (value as string[]).join('; ');

it('QGIS opens every collection of the OGC API with all its features', () => {
  expect(seen.counts).toEqual(counts);
});

it('QGIS reads lists as text, and dates as precise as they are', () => {
  expect(seen.cells).toEqual(
    cellsOf(projects, {
      topics: joined,
      fields: joined,
      period_start: same,
      period_end: same,
      source_date: same,
      confirmed_at: same,
    }),
  );
});

it.each(filters)('QGIS finds as many where %s as there are', (where, matches) => {
  const expected = projects.filter(matches).length;
  expect(seen.filtered[where]).toEqual([expected, expected]);
});

it('QGIS opens the address of a filtered download', () => {
  const running = projects.filter(({ status }) => status === 'RUNNING');
  expect(seen.download).toEqual(cellsOf(running, { topics: same, period_end: same }));
});
