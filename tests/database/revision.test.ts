import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitRevision } from '../../api/curation/commit-revision.ts';
import { currentRevision, knownRevision, type Listener, watchRevision } from '../../api/database/revision.ts';
import { hubOn, openAgain, openHub, type TestHub } from '../support/hub.ts';

let here: TestHub;
let elsewhere: TestHub;
beforeAll(async () => {
  here = await openHub();
  elsewhere = hubOn(await openAgain(here.database));
});
afterAll(async () => {
  await elsewhere.database.close();
  await here.database.close();
});

const rename = (title: string) =>
  commitRevision(
    here.database.prisma,
    { actor: 'test', message: title },
    new Map([['projects', [{ slug: 'frelo-leihraeder', title }]]]),
  );

describe('the current revision', () => {
  it('is known without asking, and at once where it is committed', async () => {
    const { prisma } = here.database;
    expect(await here.countStatements(() => currentRevision(prisma))).toBe(0);
    const { revision } = await rename('Frelo');
    expect(knownRevision(prisma)?.number).toBe(revision);
  });

  it('is announced to every other process, long before a poll', async () => {
    const { revision } = await rename('Frelo, neu');
    await expect
      .poll(() => knownRevision(elsewhere.database.prisma)?.number, { timeout: 2_000, interval: 2 })
      .toBe(revision);
    const etag = async (hub: TestHub) => (await hub.app.request('/data/projects.json')).headers.get('etag');
    expect(await etag(elsewhere)).toBe(await etag(here));
    expect(await (await elsewhere.app.request('/projects/frelo-leihraeder.json')).json()).toMatchObject({
      title: 'Frelo, neu',
    });
  });

  it('is the same in memory as in the database', async () => {
    const { number, createdAt } = await currentRevision(here.database.prisma);
    const newest = await here.database.prisma.revision.findFirst({ orderBy: { number: 'desc' } });
    expect({ number, createdAt }).toEqual({ number: newest?.number, createdAt: newest?.createdAt });
  });

  it('is asked of the database while nothing would be heard, and known again once there is a connection', async () => {
    const { prisma } = elsewhere.database;
    const connections: { lose: () => void; closed: boolean }[] = [];
    const connect = (): Listener => {
      const connection = { lose: () => {}, closed: false };
      connections.push(connection);
      return {
        async listen(_channel, _onMessage, onLost) {
          connection.lose = onLost;
        },
        query: (text) => prisma.$queryRawUnsafe(text),
        async close() {
          connection.closed = true;
        },
      };
    };
    const stop = await watchRevision(prisma, connect);
    expect(await elsewhere.countStatements(() => currentRevision(prisma))).toBe(0);

    connections[0]?.lose();
    expect(connections[0]?.closed).toBe(true);
    const { revision } = await rename('Frelo, unbemerkt');
    expect(await elsewhere.countStatements(() => currentRevision(prisma))).toBe(1);
    expect((await currentRevision(prisma)).number).toBe(revision);

    await expect.poll(() => knownRevision(prisma)?.number, { timeout: 10_000 }).toBe(revision);
    expect(connections).toHaveLength(2);
    await stop();
    expect(connections[1]?.closed).toBe(true);
    expect(knownRevision(prisma)).toBeUndefined();
  });
});
