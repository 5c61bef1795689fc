import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readRegion } from '../../api/catalogue/region/region.ts';

/** What describes the data is no data. */
/** What says how the region is presented and searched; no data from elsewhere. */
const descriptions = ['region.json', 'PROVENANCE.md', 'words.json'];

describe.each(readdirSync('seed/regions'))('the region %s', (slug) => {
  const region = readRegion(slug);
  const rows = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(region.folder, file), 'utf8'), { columns: true });

  it('states source, date and licence of every file', () => {
    const files = readdirSync(region.folder).filter((file) => !descriptions.includes(file));
    expect(region.sources.map(({ file }) => file).sort()).toEqual(files.sort());
    for (const { source, date, licence, attribution } of region.sources) {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(licence.name).not.toBe('');
      expect(licence.url).toMatch(/^https:\/\//);
      expect(Object.values(attribution)).not.toContain('');
    }
  });

  it('has a boundary for every municipality that is no Landkreis, and for no other', () => {
    const { objects } = JSON.parse(region.boundaries.body) as {
      objects: { municipalities: { geometries: { id: string }[] } };
    };
    const municipalities = rows('municipalities.csv').filter(({ kind }) => kind !== 'LANDKREIS');
    expect(objects.municipalities.geometries.map(({ id }) => id).sort()).toEqual(
      municipalities.map(({ ags }) => ags).sort(),
    );
  });

  it('has every pair of neighbours in both directions', () => {
    const pairs = rows('neighbours.csv').map(({ ags, neighbour }) => `${ags} ${neighbour}`);
    const turned = rows('neighbours.csv').map(({ ags, neighbour }) => `${neighbour} ${ags}`);
    expect(turned.sort()).toEqual(pairs.sort());
  });
});
