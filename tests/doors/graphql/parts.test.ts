import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../api/database/sql.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  await hub.database.rows(sql`
    INSERT INTO revision (number, created_at, actor, message) VALUES (2, now(), 'test', 'A long one')`);
  await hub.database.rows(sql`INSERT INTO revision_change (number, entity, key, action)
    SELECT 2, 'projects', 'p' || lpad(n::text, 4, '0'), 'REMOVED' FROM generate_series(1, 1001) n`);
  return () => hub.database.close();
});

type Answer = { data: Record<string, unknown> | null; errors?: object[] };
const ask = async (query: string): Promise<Answer> => {
  const answer = await hub.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
};
const data = async (query: string) => (await ask(query)).data as never;
const told = async (query: string) =>
  ((await ask(query)).errors as { message: string; path?: string[] }[]).map(({ message, path }) => ({
    message,
    path,
  }));

/** A list read on from the last that came, until less comes than was asked for. */
async function parts(first: number, read: (part: string) => Promise<string[]>): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const last = all.at(-1);
    const part = await read(
      `(first: ${first}${last === undefined ? '' : `, after: ${JSON.stringify(last)}`})`,
    );
    all.push(...part);
    if (part.length < first) return all;
  }
}

describe('what a revision changed', () => {
  type Revision = { revision: { changes: { entity: string; key: string }[] } };
  const changes = async (part: string) => {
    const { revision }: Revision = await data(`{ revision(number: 1) { changes${part} { entity key } } }`);
    return revision.changes.map(({ entity, key }) => `${entity}/${key}`);
  };

  it('comes whole, and the same in parts', async () => {
    const all = await changes('');
    expect(all).toHaveLength(new Set(all).size);
    expect(all.length).toBeGreaterThan(200);
    expect(await parts(100, changes)).toEqual(all);
  });

  it('comes for several revisions with one statement', async () => {
    let counts: unknown;
    const statements = await hub.countStatements(async () => {
      const { revisions } = (await data('{ revisions { number changes(first: 2) { key } } }')) as {
        revisions: { number: number; changes: object[] }[];
      };
      counts = revisions.map(({ number, changes }) => [number, changes.length]);
    });
    const alone = await hub.countStatements(() => data('{ revisions { number } }'));
    expect(counts).toEqual([
      [2, 2],
      [1, 2],
    ]);
    expect(statements).toBe(alone + 1);
  });

  it('is refused where it is long and nobody said how much of it', async () => {
    expect(await told('{ revision(number: 2) { changes { key } } }')).toEqual([
      {
        message:
          'first: null is not allowed; there are more than 1000; ask for 0 to 100 and read on with after.',
        path: ['revision', 'changes'],
      },
    ]);
  });

  it.each(['nothing', 'projects/', 'projects/\\u0000'])('begins behind no %s', async (after) => {
    const [mistake] = await told(`{ revision { changes(first: 1, after: "${after}") { key } } }`);
    expect(mistake!.message).toMatch(/^after: .* is not allowed; allowed are a dataset and a key/);
  });
});

describe('plans that could be joint', () => {
  type Found = { jointPlans: { found: Record<string, string>[] }[] };
  it.each([
    ['projects', 'slug'],
    ['municipalities', 'ags'],
  ])('have their %s whole, and the same in parts', async (list, key) => {
    const read = async (part: string) => {
      const { jointPlans }: Found = await data(`{ jointPlans { found: ${list}${part} { ${key} } } }`);
      return jointPlans[0]!.found.map((record) => record[key]!);
    };
    const all = await read('');
    expect(all.length).toBeGreaterThan(2);
    expect(await parts(2, read)).toEqual(all);
  });

  it('begin behind one of them only', async () => {
    expect(await told('{ jointPlans { projects(first: 1, after: "nie") { slug } } }')).toEqual([
      {
        message: 'after: "nie" is not allowed; the key of one of the list is needed.',
        path: ['jointPlans', 0, 'projects'],
      },
    ]);
  });
});
