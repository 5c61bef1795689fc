import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anybody, operator } from '../../api/access/actor.ts';
import { type About, applyChanges } from '../../api/curation/apply-changes.ts';
import type { Change } from '../../api/curation/change.ts';
import type { ConflictError } from '../../api/curation/conflict.ts';
import { readHistory } from '../../api/curation/history.ts';
import { InvalidChanges } from '../../api/curation/problem.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

const apply = (changes: readonly Change[], about: Partial<About> = {}, actor = operator('test')) =>
  applyChanges(hub.database, actor, changes, { message: 'Test', ...about });
const set = (key: string, columns: Change['set'] & object): Change => ({
  entity: 'projects',
  key,
  set: columns,
});
const newest = async () => (await hub.database.revision.current()).number;

/** What is told of wrong changes: column, value and message; nothing has been written. */
async function problems(...changes: readonly Change[]) {
  const before = await newest();
  const refused = await apply(changes).then(
    () => [],
    (error: InvalidChanges) => {
      if (!(error instanceof InvalidChanges)) throw error;
      return error.problems;
    },
  );
  expect(await newest()).toBe(before);
  for (const { change } of refused) expect(changes).toContainEqual(change);
  return refused.map(({ kind, column, value, message }) => [kind, column, value, message]);
}

const project = { title: 'Neu', status: 'IDEA', region_wide: false, source_url: 'https://a.example/' };

describe('what is wrong is told with change, column, value and what would be right:', () => {
  it.each<[string, Change, unknown[][]]>([
    [
      'an unknown column',
      set('frelo-leihraeder', { titel: 'x' }),
      [['column', 'titel', 'x', expect.stringMatching(/^is no column of projects; there are slug, title, /)]],
    ],
    [
      'a wrong type',
      set('frelo-leihraeder', { budget_eur: 'viel' }),
      [['value', 'budget_eur', 'viel', 'is no whole number up to 2147483647.']],
    ],
    [
      'a value that is none of the list',
      set('frelo-leihraeder', { status: 'DONE' }),
      [
        [
          'value',
          'status',
          'DONE',
          'is not allowed; allowed are IDEA, PLANNED, RUNNING, COMPLETED, DISCONTINUED, UNKNOWN.',
        ],
      ],
    ],
    [
      'an empty title',
      set('frelo-leihraeder', { title: '\u200b' }),
      [['value', 'title', '\u200b', 'is empty; a value is needed here.']],
    ],
    [
      'a new record without a title',
      set('neu', { ...project, title: null }),
      [['value', 'title', null, 'is empty; a value is needed here.']],
    ],
    [
      'a new record without what it needs',
      set('neu', { title: 'Neu', region_wide: false }),
      [
        ['missing', 'status', undefined, 'is missing; a new project needs it.'],
        ['missing', 'source_url', undefined, 'is missing; a new project needs it.'],
      ],
    ],
    [
      'a reference that leads nowhere',
      set('frelo-leihraeder', { topics: ['nichts'] }),
      [['reference', 'topics', 'nichts', 'is not known: there is no such topic.']],
    ],
    [
      'an end before the beginning, also where one of them is there already',
      set('neu', { ...project, period_start: '2024-05', period_end: '2023' }),
      [['together', 'period_end', '2023', 'is before period_start (2024-05).']],
    ],
    [
      'a key that is none',
      set('Kein Schlüssel\0', project),
      [['value', 'slug', 'Kein Schlüssel\0', 'holds a control character; remove it.']],
    ],
    [
      'a record that is not there',
      { entity: 'projects', key: 'nichts', remove: true },
      [['record', '', undefined, 'is not there; there is no such project.']],
    ],
    [
      'a record that others name',
      { entity: 'fields', key: 'service-bw', remove: true },
      [
        ['referred', '', undefined, expect.stringMatching(/^is still named by contacts \(fields\): /)],
        ['referred', '', undefined, expect.stringMatching(/^is still named by projects \(fields\): /)],
        ['referred', '', undefined, expect.stringMatching(/^is still named by events \(outcomes\): /)],
      ],
    ],
    [
      'a border with one side',
      { entity: 'municipalities', key: '08315003', set: { neighbours: ['08316056'] } },
      expect.arrayContaining([
        [
          'together',
          'neighbours',
          '08316056',
          'stands without its other direction; add the line 08316056,08315003.',
        ],
      ]),
    ],
    [
      'a kind of record that there is not',
      { entity: 'nothing', key: 'x', set: {} } as never,
      [['record', '', 'nothing', expect.stringMatching(/^is no kind of record; /)]],
    ],
  ])('%s', async (_what, change, expected) => {
    expect(await problems(change)).toEqual(expected);
  });

  it('one record twice', async () => {
    const [one, other] = [set('frelo-leihraeder', { title: 'A' }), set('frelo-leihraeder', { title: 'B' })];
    expect(await problems(one, other)).toEqual([
      ['twice', '', 'frelo-leihraeder', 'is to be changed twice; once is right.'],
    ]);
  });
});

it('whoever is not known changes nothing, and reads no history', async () => {
  const before = await newest();
  for (const change of [
    set('frelo-leihraeder', { title: 'x' }),
    { entity: 'projects', key: 'frelo-leihraeder', remove: true } as const,
  ])
    await expect(apply([change], {}, anybody)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(() => readHistory(hub.database, anybody, 'projects', 'frelo-leihraeder')).toThrow(/signed in/);
  expect(await newest()).toBe(before);
});

describe('two changes of one record from the same state', () => {
  it('are merged by field', async () => {
    const basedOn = await newest();
    await apply([set('frelo-leihraeder', { title: 'Frelo A' })], { basedOn });
    const seen = { title: 'Frelo Leihräder', status: 'PLANNED' };
    const history = await readHistory(hub.database, operator('t'), 'projects', 'frelo-leihraeder');
    const title = history.at(-1)?.before?.title ?? null;
    await apply([set('frelo-leihraeder', { ...seen, title })], { basedOn });
    expect(
      await hub.database.prisma.project.findUnique({ where: { slug: 'frelo-leihraeder' } }),
    ).toMatchObject({
      title: 'Frelo A',
      status: 'PLANNED',
    });
  });

  it('of one field are a conflict for the later one, with base, theirs and mine', async () => {
    const basedOn = await newest();
    const base = (
      await hub.database.prisma.project.findUniqueOrThrow({ where: { slug: 'frelo-leihraeder' } })
    ).title;
    await apply([set('frelo-leihraeder', { title: 'Theirs' })]);
    const before = await newest();
    const late = set('frelo-leihraeder', { title: 'Mine', status: 'RUNNING' });
    const error = await apply([late], { basedOn }).catch((reason: ConflictError) => reason);
    expect(error).toMatchObject({
      code: 'CONFLICT',
      conflicts: [
        { change: { key: 'frelo-leihraeder' }, column: 'title', base, theirs: 'Theirs', mine: 'Mine' },
      ],
    });
    expect(await newest()).toBe(before);
    // The same wish is none.
    expect(await apply([set('frelo-leihraeder', { title: 'Theirs' })], { basedOn })).toMatchObject({
      revision: null,
    });
  });

  it('of which one removes the record are a conflict', async () => {
    await apply([set('kurz', project)]);
    const basedOn = await newest();
    await apply([{ entity: 'projects', key: 'kurz', remove: true }]);
    await expect(apply([set('kurz', { title: 'Doch' })], { basedOn })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a record that is removed', () => {
  it('is gone from its page, the lists and the search, and feeds and changes tell it', async () => {
    const since = await newest();
    const dry = await apply([{ entity: 'projects', key: 'rvf-luftlinie', remove: true }], { dryRun: true });
    expect(dry).toMatchObject({ revision: null, removed: { projects: 1 } });
    expect(await newest()).toBe(since);
    const told = await apply([{ entity: 'projects', key: 'rvf-luftlinie', remove: true }]);
    expect(told).toEqual({ revision: since + 1, added: {}, changed: {}, removed: { projects: 1 } });
    expect((await hub.app.request('/projects/rvf-luftlinie')).status).toBe(410);
    expect(await hub.text('/data/projects.csv')).not.toContain('rvf-luftlinie,');
    expect(await hub.text('/feeds/projects.json')).toContain('rvf-luftlinie');
    expect(
      await hub.query(
        `{ changes(sinceRevision: ${since}) { nodes: edges { node { entity key action } } } search(text: "Luftlinie") { totalCount } }`,
      ),
    ).toEqual({
      data: {
        changes: { nodes: [{ node: { entity: 'projects', key: 'rvf-luftlinie', action: 'REMOVED' } }] },
        search: { totalCount: 0 },
      },
    });
  });

  it('may be a municipality, which its neighbours then let go', async () => {
    const changes: Change[] = [
      {
        entity: 'municipalities',
        key: '08399001',
        set: { name: 'A', kind: 'GEMEINDE', source: 'Test', neighbours: ['08399002'] },
      },
      {
        entity: 'municipalities',
        key: '08399002',
        set: { name: 'B', kind: 'GEMEINDE', source: 'Test', neighbours: ['08399001'] },
      },
    ];
    await apply(changes);
    expect(await apply([{ entity: 'municipalities', key: '08399001', remove: true }])).toMatchObject({
      changed: { municipalities: 1 },
      removed: { municipalities: 1 },
    });
    const [entry] = (await readHistory(hub.database, operator('t'), 'municipalities', '08399002')).slice(-1);
    expect(entry).toMatchObject({
      action: 'CHANGED',
      before: { neighbours: ['08399001'] },
      after: { neighbours: [] },
    });
  });
});
