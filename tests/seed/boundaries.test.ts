import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { type AreaFile, buildBoundaries, neighbourRows, UnknownPrefixError } from '../../seed/boundaries.ts';

const { areas } = JSON.parse(readFileSync('tests/seed/vg250-sample.json', 'utf8')) as { areas: AreaFile };
const ortenau = { prefixes: ['08317'], keep: 0.5 };

describe('the boundary builder', () => {
  it('makes the layers that the hub shows, with the AGS as ids', () => {
    const { objects } = buildBoundaries(areas, ortenau);
    expect(
      objects.municipalities.geometries.map(({ id, properties }) => [
        id,
        (properties as { name: string }).name,
      ]),
    ).toEqual([
      ['08317001', 'Achern'],
      ['08317056', 'Kappelrodeck'],
      ['08317089', 'Oberkirch'],
      ['08317102', 'Ottenhöfen im Schwarzwald'],
    ]);
    expect(objects.districts.geometries.map(({ id }) => id)).toEqual(['08317']);
  });

  it('keeps shared borders shared: the district has no gap inside', () => {
    const boundaries = buildBoundaries(areas, ortenau);
    const [district] = feature(boundaries, boundaries.objects.districts).features;
    expect(district?.geometry).toMatchObject({ type: 'MultiPolygon' });
    const { coordinates } = district!.geometry as { coordinates: unknown[][] };
    expect(coordinates.map((polygon) => polygon.length)).toEqual(coordinates.map(() => 1));
  });

  it('drops points, all the more the fewer are kept', () => {
    const points = (keep: number) => buildBoundaries(areas, { ...ortenau, keep }).arcs.flat().length;
    expect(points(0.2)).toBeLessThan(points(0.5));
    expect(points(0.5)).toBeLessThan(points(1));
  });

  it('finds neighbours in both directions', () => {
    expect(neighbourRows(buildBoundaries(areas, ortenau))).toEqual([
      ['08317001', '08317056'],
      ['08317001', '08317089'],
      ['08317056', '08317001'],
      ['08317056', '08317089'],
      ['08317056', '08317102'],
      ['08317089', '08317001'],
      ['08317089', '08317056'],
      ['08317089', '08317102'],
      ['08317102', '08317056'],
      ['08317102', '08317089'],
    ]);
  });

  it('leaves the lake out of a municipality at a lake', () => {
    const { objects, ...rest } = buildBoundaries(areas, { prefixes: ['08335002'], keep: 1 });
    expect(objects.municipalities.geometries.map(({ id }) => id)).toEqual(['08335002']);
    expect(rest.bbox?.[0]).toBeGreaterThan(9);
  });

  it('names a prefix that nothing begins with, and the districts that there are', () => {
    expect(() => buildBoundaries(areas, { prefixes: ['08399'], keep: 0.5 })).toThrow(
      new UnknownPrefixError(
        'No municipality has an AGS that begins with 08399. There are districts 08317, 08335.',
      ),
    );
  });

  it('is a command that writes both files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    writeFileSync(join(folder, 'areas.json'), JSON.stringify(areas));
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        'seed/build-boundaries.ts',
        '--areas',
        join(folder, 'areas.json'),
        '--prefix',
        '08317',
        '--out',
        folder,
      ],
      { encoding: 'utf8' },
    );
    expect({ stdout, status }).toEqual({
      stdout: `4 municipalities, 5 borders written to ${folder}\n`,
      status: 0,
    });
    expect(readFileSync(join(folder, 'neighbours.csv'), 'utf8').split('\n')).toHaveLength(12);
  });
});
