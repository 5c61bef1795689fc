import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aYearBefore, dayOf, freshSince, isFresh } from '../../../api/catalogue/model/freshness.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

describe('a day', () => {
  it.each([
    ['2026-06-30T22:30:00Z', '2026-07-01'],
    ['2026-12-31T22:59:00Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s is %s in the region', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  it.each([
    ['2026-11-26', '2025-11-26'],
    ['2028-02-29', '2027-02-28'],
    ['2028-03-01', '2027-03-01'],
    ['2029-02-28', '2028-02-28'],
    ['2000-01-01', '1999-01-01'],
  ])('%s is a year after %s', (day, before) => {
    expect(aYearBefore(day)).toBe(before);
  });
});

describe('a confirmation', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  it.each([
    ['2025-11-26', true],
    ['2025-11-25', false],
    ['2025-12', true],
    ['2025-11', false],
    ['2026', true],
    ['2025', false],
  ])('of %s is fresh on 26 November 2026: %s', (date, fresh) => {
    expect(isFresh(date, now)).toBe(fresh);
  });
});

describe('on 29 February', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openHub();
  });
  afterAll(() => hub.database.close());
  afterEach(() => vi.useRealTimers());

  it('map, filter and pages agree on what is fresh', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2028-02-29T12:00:00Z') });
    expect(freshSince()).toBe('2027-02-28');
    const confirmed = [
      ['frelo-leihraeder', '2027-02-28', true],
      ['sexau-app', '2027-02-27', false],
    ] as const;
    for (const [slug, confirmedAt] of confirmed)
      await hub.database.prisma.project.update({ where: { slug }, data: { confirmedAt } });
    const map = (await hub.json('/map.json')) as {
      projects: { slug: string; fresh: boolean }[];
    };
    expect(map.projects.filter(({ fresh }) => fresh).map(({ slug }) => slug)).toEqual(['frelo-leihraeder']);
    for (const [slug, , fresh] of confirmed) {
      const page = await hub.text(`/projects/${slug}`);
      expect(page.includes('das ist über ein Jahr her'), slug).toBe(!fresh);
    }
    const file = await hub.app.request(`/data/projects.csv?confirmedSince=${freshSince()}&columns=slug`);
    expect((await file.text()).trim().split(/\s+/)).toEqual(['slug', 'frelo-leihraeder']);
    for (const path of ['/data', '/data/projects', '/data/municipalities'])
      expect((await hub.app.request(path)).status, path).toBe(200);
  });
});
