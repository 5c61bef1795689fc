import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue, entities } from '../../../api/catalogue/entities/catalogue.ts';
import { countFacets, facetNames } from '../../../api/catalogue/query/facets.ts';
import { countRecords } from '../../../api/catalogue/query/page.ts';
import { checkFilter, readFilter } from '../../../api/catalogue/query/read-filter.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const { projects } = catalogue;

describe('facets', () => {
  it('of projects are field, topic, status, participants by place', () => {
    expect(facetNames(projects)).toEqual([
      'field',
      'topic',
      'status',
      'municipality',
      'district',
      'kind',
      'sizeClass',
    ]);
  });

  it('come with the largest count first, in two statements however many they are', async () => {
    let facets = {};
    const statements = await hub.countStatements(async () => {
      facets = await countFacets(hub, projects, new Map(), ['field', 'district', 'sizeClass']);
    });
    expect(statements).toBe(2);
    expect(facets).toEqual({
      field: [
        { value: 'menschen-mitnehmen', count: 22 },
        { value: 'service-bw', count: 10 },
        { value: 'lokale-strategie', count: 8 },
        { value: 'digilab', count: 7 },
        { value: 'e-akte', count: 5 },
        { value: 'qualifizierung', count: 2 },
      ],
      district: [
        { value: '08315', count: 80 },
        { value: '08311000', count: 40 },
        { value: '08316', count: 40 },
      ],
      sizeClass: [
        { value: 'BELOW_5000', count: 52 },
        { value: 'FROM_100000', count: 40 },
        { value: 'FROM_10000', count: 38 },
        { value: 'FROM_5000', count: 30 },
        { value: 'FROM_20000', count: 24 },
      ],
    });
  });

  const filters = [
    {},
    { field: ['menschen-mitnehmen'] },
    { status: ['RUNNING'], sizeClass: ['BELOW_5000'] },
    { near: '08311000', km: 12, field: ['digilab', 'e-akte'] },
    { district: ['08316'], role: ['LEAD'] },
  ];

  it.each(
    entities.flatMap((entity) =>
      filters.map((filter) => [entity.name, JSON.stringify(filter), filter] as const),
    ),
  )('of %s under %s are what choosing each value finds', async (name, _text, filter) => {
    const entity = catalogue[name];
    const own = Object.fromEntries(
      Object.entries(filter).filter(
        ([key, value]) =>
          entity.filters[key] && !(key === 'status' && !entity.filters[key].values?.includes(String(value))),
      ),
    );
    const checked = await checkFilter(hub, entity, own, 'filter.');
    const facets = await countFacets(hub, entity, checked, facetNames(entity));
    for (const [facet, counts] of Object.entries(facets))
      for (const { value, count } of counts.slice(0, 4)) {
        const where = await readFilter(hub, entity, { ...own, [facet]: [value] }, 'filter.');
        expect(await countRecords(hub, entity, where), `${facet}=${value}`).toBe(count);
      }
  });
});
