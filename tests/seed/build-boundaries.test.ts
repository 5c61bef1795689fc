import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Boundaries } from '../../seed/boundaries.ts';

const { areas } = JSON.parse(readFileSync('tests/seed/vg250-sample.json', 'utf8')) as { areas: unknown };
const districts = [
  { type: 'Feature', properties: { AGS: '08317', GEN: 'Ortenaukreis' }, geometry: null },
  { type: 'FeatureCollection', features: [{ properties: { AGS: '08335', GEN: 'Konstanz' } }] },
];

describe('the boundaries command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    for (const form of ['package', 'alone']) {
      mkdirSync(join(folder, form));
      writeFileSync(join(folder, form, 'gemeinden.geo.json'), JSON.stringify(areas));
    }
    writeFileSync(join(folder, 'package', 'kreise.geo.json'), JSON.stringify(districts));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...options: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'seed/build-boundaries.ts', ...options], {
      encoding: 'utf8',
    });
  const build = (form: string, ...prefixes: string[]) =>
    run(
      ...prefixes.flatMap((prefix) => ['--prefix', prefix]),
      ...['--areas', join(folder, form, 'gemeinden.geo.json'), '--out', join(folder, form, 'out')],
    );
  const written = (form: string) =>
    JSON.parse(readFileSync(join(folder, form, 'out', 'boundaries.topo.json'), 'utf8')) as Boundaries;

  it('names the districts as the package does', () => {
    expect(build('package', '08317', '08335')).toMatchObject({ status: 0, stderr: '' });
    const boundaries = written('package');
    expect(
      feature(boundaries, boundaries.objects.districts).features.map(({ id, properties }) => [
        id,
        properties,
      ]),
    ).toEqual([
      ['08317', { ags: '08317', name: 'Ortenaukreis' }],
      ['08335', { ags: '08335', name: 'Konstanz' }],
    ]);
  });

  it('calls the districts by their AGS where no names are at hand', () => {
    expect(build('alone', '08317')).toMatchObject({ status: 0, stderr: '' });
    expect(written('alone').objects.districts.geometries.map(({ properties }) => properties)).toEqual([
      { ags: '08317', name: '08317' },
    ]);
  });

  it('writes nothing for an unknown prefix, and says which and what there is', () => {
    const out = join(folder, 'nothing');
    const given = join(folder, 'alone', 'gemeinden.geo.json');
    expect(run('--prefix', '08399', '--areas', given, '--out', out)).toMatchObject({
      status: 1,
      stderr: 'No municipality has an AGS that begins with 08399. There are districts 08317, 08335.\n',
    });
    expect(() => readFileSync(join(out, 'neighbours.csv'))).toThrow('ENOENT');
  });

  it('says what is wrong with its options', () => {
    expect(run('--out', folder).stderr).toMatch(/^--prefix is missing/);
    expect(run('--prefix', 'Ortenau', '--out', folder).stderr).toMatch(/no beginning of an AGS/);
    expect(run('--prefix', '08317').stderr).toMatch(/^--out is missing/);
    expect(run('--prefix', '08317', '--out', folder, '--keep', '2').stderr).toMatch(/^--keep is 2/);
  });
});
