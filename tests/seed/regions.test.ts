import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRegion } from '../../api/catalogue/region.ts';

describe.each(readdirSync('seed/regions'))('the region %s', (slug) => {
  const region = readRegion(slug);

  it('states source, date and licence of every file', () => {
    const files = readdirSync(region.folder).filter((file) => /\.(csv|topo\.json)$/.test(file));
    expect(region.sources.map(({ file }) => file).sort()).toEqual(files.sort());
    for (const { source, date, licence } of region.sources) {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(licence.url).toMatch(/^https:\/\//);
    }
  });

  it('has a boundary for every municipality that is no Landkreis', () => {
    const { objects } = JSON.parse(region.boundaries.body) as {
      objects: { municipalities: { geometries: unknown[] } };
    };
    expect(objects.municipalities.geometries.length).toBeGreaterThan(0);
  });
});
