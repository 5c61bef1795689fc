import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { whileLocked } from '../../support/while-locked.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ QUERY_MAX_SECONDS: '1' });
  return () => hub.database.close();
});

const allowed = 'at most 1 seconds are allowed (QUERY_MAX_SECONDS)';
const error = {
  message: `The query took too long: ${allowed}. Ask for less at a time.`,
  extensions: { code: 'BAD_USER_INPUT', value: 1, allowed },
};

describe('a query that takes too long', () => {
  it('is answered with the limit and its value, and is not kept', async () => {
    const request = new Request('https://hub.example/graphql?query={projects{totalCount}}');
    const response = await whileLocked(hub, 'project', async () => hub.app.request(request));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ errors: [error] });
    expect(await hub.query('{ projects { totalCount } }')).toEqual({
      data: { projects: { totalCount: 158 } },
    });
  });

  // A folder has one connection: nobody else could see what it does.
  const onServer = process.env.TEST_DATABASE_URL !== undefined;
  if (onServer)
    it('leaves no statement behind on the server', async () => {
      const { prisma } = hub.database;
      const waiting = () => prisma.$queryRaw<{ query: string }[]>`
      SELECT query FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock' AND query LIKE '%project%'`;
      await whileLocked(hub, 'project', async () => {
        const answer = hub.query('{ projects { totalCount } }');
        while ((await waiting()).length === 0) await wait(20);
        expect(await answer).toMatchObject({ errors: [error] });
        while ((await waiting()).length > 0) await wait(20);
        expect(await waiting()).toEqual([]);
      });
    });
});

describe('a change of the catalogue', () => {
  it('takes as long as it takes', async () => {
    const records = { topics: [{ slug: 'ki', name_en: 'Artificial minds' }] };
    let commit: ReturnType<typeof changeRecords> | undefined;
    await whileLocked(hub, 'topic', async () => {
      commit = changeRecords(hub.database, records);
      await wait(1500);
    });
    expect((await commit)?.changed).toEqual({ topics: 1 });
  });
});
