import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { type AreaFile, buildBoundaries } from '../../seed/boundaries.ts';
import { buildDetailedBoundaries } from '../../seed/boundary-details.ts';

const { areas } = JSON.parse(readFileSync('tests/seed/vg250-sample.json', 'utf8')) as { areas: AreaFile };
const options = { prefixes: ['08317', '08335'], keep: 1 };

const points = (topology: Topology) => topology.arcs.flat().length;
const idsOf = (topology: Topology) =>
  (topology.objects.municipalities as GeometryCollection).geometries.map(({ id }) => id);

/** The points of each municipality. */
const pointsOf = (topology: Topology): Position[][] =>
  feature(topology, topology.objects.municipalities as GeometryCollection).features.map(({ geometry }) =>
    (geometry as MultiPolygon).coordinates.flat(2),
  );

/** Each part rounds to a grid of its own, a metre apart at most: far below what a screen shows. */
const commonPoints = (some: Position[][], others: Position[][]): number =>
  some.flat().filter(([x, y]) => others.flat().some(([a, b]) => Math.hypot(a! - x!, b! - y!) < 1e-5)).length;

describe('boundaries in several degrees of detail', () => {
  const { boundaries, files } = buildDetailedBoundaries(areas, { ...options, zooms: [8, 10] });
  const contentOf = (file: string) => JSON.parse(files.get(file)!) as Topology;

  it('begin with all municipalities in one file, which lists what is finer and where', () => {
    expect(idsOf(boundaries)).toEqual(idsOf(buildBoundaries(areas, options)));
    expect(boundaries.details.map(({ zoom, parts }) => [zoom, parts.length])).toEqual([
      [8, 1],
      [10, 1],
    ]);
    for (const { parts } of boundaries.details)
      for (const { file, bbox } of parts) {
        expect(bbox).toEqual(contentOf(file).bbox);
        expect(idsOf(contentOf(file))).toEqual(idsOf(boundaries));
      }
  });

  it('have more points the closer the map is, and all of them at last', () => {
    const counts = boundaries.details.map(({ parts: [part] }) => points(contentOf(part!.file)));
    expect(points(boundaries)).toBeLessThan(counts[0]!);
    expect(counts[0]).toBeLessThan(counts[1]!);
    expect(counts[1]).toBe(points(buildBoundaries(areas, options)));
  });

  it('are cut into parts whose common border is the same line in both', () => {
    // Achern becomes a part of its own.
    const moved = JSON.parse(JSON.stringify(areas).replaceAll('08317001', '08217001')) as AreaFile;
    const prefixes = ['08217', '08317'];
    const cut = buildDetailedBoundaries(moved, { prefixes, keep: 0.5, zooms: [8] });
    const [achern, others] = cut.boundaries.details[0]!.parts.map(({ file }) =>
      pointsOf(JSON.parse(cut.files.get(file)!)),
    );
    const whole = pointsOf(buildBoundaries(moved, { prefixes, keep: 0.5 }));
    const common = commonPoints(whole.slice(0, 1), whole.slice(1));
    expect(common).toBeGreaterThan(10);
    expect(commonPoints(achern!, others!)).toBe(common);
  });

  it('are written by the command, and those of an earlier run are gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'details-'));
    const given = join(folder, 'areas.json');
    writeFileSync(given, JSON.stringify(areas));
    const run = (...zooms: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...['--import', 'tsx', 'seed/build-boundaries.ts', '--areas', given],
          ...['--prefix', '08317', '--out', folder],
          ...zooms.flatMap((zoom) => ['--zoom', zoom]),
        ],
        { encoding: 'utf8' },
      );
    expect(run('8', '10').stderr).toBe('');
    expect(readdirSync(join(folder, 'boundaries')).map((name) => name.replace(/-\w{12}/, ''))).toEqual([
      '10-083.json',
      '8-083.json',
    ]);
    expect(run('9').stderr).toBe('');
    expect(readdirSync(join(folder, 'boundaries'))).toHaveLength(1);
    expect(run('99').stderr).toBe('--zoom is 99; allowed are numbers from 1 to 18.\n');
    rmSync(folder, { recursive: true });
  });
});
