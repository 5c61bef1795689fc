import { expect, it } from 'vitest';
import { placesToChoose } from '../../../api/doors/pages/places-to-choose.ts';

const places = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ ags: String(10_000_000 + at), name: String(at), district: String(10_000 + (at % 300)) },
  }));

it('offers all places of a region, and of a country those of the Landkreis that is chosen', () => {
  expect(placesToChoose(places(1_101), {})).toHaveLength(1_101);
  expect(placesToChoose(places(11_000), {})).toEqual([]);
  const chosen = { district: ['10007'], near: ['10000001'] };
  expect(new Set(placesToChoose(places(11_000), chosen).map(({ district }) => district))).toEqual(
    new Set(['10001', '10007']),
  );
});
