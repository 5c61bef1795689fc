import { beforeAll, describe, expect, it } from 'vitest';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
const contact = (slug: string, details: object) => ({
  slug,
  organisation: 'Stadt Geheim',
  region_wide: false,
  fields: [],
  source_url: 'https://x.example',
  ...details,
});
const commit = (contacts: object[], projects: object[] = []) =>
  changeRecords(hub.database, { contacts, projects });

beforeAll(async () => {
  hub = await openHub();
  const consent = { person: 'Erika Geheim', consent_on: '2020-01-01' };
  // Revision 2: an office, a person with consent, a person without; 3: two of them stop being public.
  await commit(
    [
      contact('amt-geheim', {}),
      contact('geheim-mit', { ...consent, consent_review_on: '2099-01-01' }),
      contact('geheim-ohne', { person: 'Erika Geheim' }),
    ],
    [{ slug: 'frelo-leihraeder', website: 'https://frelo.example' }],
  );
  await commit([
    contact('amt-geheim', { person: 'Erika Geheim' }),
    contact('geheim-mit', { ...consent, consent_review_on: '2021-01-01' }),
    contact('geheim-ohne', { person: 'Erika Geheim', email: 'erika@geheim.example' }),
  ]);
  return () => hub.database.close();
});

type Changes = {
  totalCount: number;
  untilRevision: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { entity: string; key: string; action: string } }[];
};
const changes = async (args: string, selection = 'entity key action') => {
  const { data, errors } = await hub.query(`{ changes(${args}) { totalCount untilRevision
    pageInfo { hasNextPage endCursor } edges { node { ${selection} } } } }`);
  expect(errors).toBeUndefined();
  return (data as never as { changes: Changes }).changes;
};

describe('changes', () => {
  it('tell each record once, and what is no longer public as removed, without its data', async () => {
    const found = await changes(
      'sinceRevision: 1',
      'entity key action revision url record { id ... on Project { title website } ... on Contact { email } }',
    );
    expect(found.totalCount).toBe(3);
    expect(found.untilRevision).toBe(3);
    expect(found.edges.map(({ node }) => node)).toEqual([
      {
        entity: 'projects',
        key: 'frelo-leihraeder',
        action: 'CHANGED',
        revision: 2,
        url: 'https://hub.example/projects/frelo-leihraeder',
        record: { id: expect.any(String), title: expect.any(String), website: 'https://frelo.example' },
      },
      { entity: 'contacts', key: 'amt-geheim', action: 'REMOVED', revision: 3, url: null, record: null },
      { entity: 'contacts', key: 'geheim-mit', action: 'REMOVED', revision: 3, url: null, record: null },
    ]);
  });

  it('tell of a consent that ran out without any change', async () => {
    expect((await changes('sinceRevision: 3')).edges).toEqual([]);
    await commit([
      contact('geheim-mit', {
        person: 'Erika Geheim',
        consent_on: '2020-01-01',
        consent_review_on: '2099-01-01',
      }),
    ]);
    await hub.database.prisma.contact.update({
      where: { slug: 'geheim-mit' },
      data: { consentReviewOn: '2026-01-02' },
    });
    await hub.database.prisma.revision.update({
      where: { number: 4 },
      data: { createdAt: new Date('2026-01-01T12:00:00Z') },
    });
    expect((await changes('sinceRevision: 4')).edges.map(({ node }) => node)).toEqual([
      { entity: 'contacts', key: 'geheim-mit', action: 'REMOVED' },
    ]);
  });

  it('since nothing are all records, page by page', async () => {
    const seen: string[] = [];
    let after = '';
    let total = 0;
    do {
      const page = await changes(`sinceRevision: 0, first: 100${after}`);
      seen.push(...page.edges.map(({ node }) => `${node.entity}/${node.key}`));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? `, after: "${page.pageInfo.endCursor}"` : '';
    } while (after);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    // 77 municipalities, 6 fields, 24 topics, 13 contacts, 158 projects, 5 strategies, 19 events; two no longer public.
    expect(total).toBe(77 + 6 + 24 + 13 + 158 + 5 + 19 + 2);
    expect(seen).not.toContain('contacts/geheim-ohne');
  });

  it('since a date are those of the revisions after it', async () => {
    expect((await changes('since: "2099-01-01T00:00:00Z"')).totalCount).toBe(0);
    expect((await changes('since: "2020"')).totalCount).toBe((await changes('sinceRevision: 0')).totalCount);
  });

  it('since a moment miss nothing where a clock was wrong for a while', async () => {
    const { prisma } = hub.database;
    const moments = await prisma.revision.findMany({ select: { number: true, createdAt: true } });
    const at = (number: number, moment: string) =>
      prisma.revision.update({ where: { number }, data: { createdAt: new Date(moment) } });
    const since = async (moment: string) => {
      const { edges } = await changes(`since: "${moment}", first: 100`, 'key revision');
      return Math.min(
        ...(edges as never as { node: { revision: number } }[]).map(({ node }) => node.revision),
      );
    };
    try {
      await at(1, '2025-01-01');
      // Set back by years, and set right afterwards.
      await at(2, '2020-01-01');
      await at(3, '2025-03-01');
      await at(4, '2025-04-01');
      expect(await since('2025-02-01')).toBe(2);
      expect(await since('2025-03-15')).toBe(4);
      // Ahead by years: known to be wrong until then.
      await at(2, '2090-01-01');
      expect(await since('2025-02-01')).toBe(2);
      expect(await since('2025-03-15')).toBe(4);
      const { data } = await hub.query('{ projects(filter: { changedSince: "2025-02-01" }) { totalCount } }');
      expect(data).toEqual({ projects: { totalCount: 1 } });
    } finally {
      for (const { number, createdAt } of moments) await at(number, createdAt.toISOString());
    }
  });

  it.each([
    ['first: 3', 'sinceRevision, since: one of them is needed, and one only.'],
    ['sinceRevision: 1, since: "2020"', 'sinceRevision, since: one of them is needed, and one only.'],
    ['sinceRevision: 99', 'sinceRevision: 99 is not allowed; allowed are 0 to 4, the newest revision.'],
    [
      'since: "gestern"',
      'since: "gestern" is not allowed; allowed is a date (2016-07-14) or a moment (2016-07-14T12:00:00Z).',
    ],
    ['since: "2020", first: 101', 'first: 101 is not allowed; allowed are 0 to 100; read on with a cursor.'],
    ['since: "2020", after: "x"', 'after: "x" is not allowed; a cursor that this hub gave out is needed.'],
  ])('refuse %s by name', async (args, message) => {
    const { errors } = await hub.query(`{ changes(${args}) { totalCount } }`);
    expect(errors).toMatchObject([{ message, path: ['changes'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
