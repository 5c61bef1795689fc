import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listener, NewestRevision } from '../../api/database/newest-revision.ts';
import { Outage } from '../../api/database/outage.ts';
import { sql } from '../../api/database/sql.ts';
import { changeRecords } from '../support/change.ts';
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
  changeRecords(here.database, { projects: [{ slug: 'frelo-leihraeder', title }] });

describe('the current revision', () => {
  it('is known without asking, and at once where it is committed', async () => {
    const newest = here.database.revision;
    expect(await here.countStatements(() => newest.current())).toBe(0);
    const { revision } = await rename('Frelo');
    expect(newest.known?.number).toBe(revision);
  });

  it('is announced to every other process, long before a poll', async () => {
    const { revision } = await rename('Frelo, neu');
    await expect
      .poll(() => elsewhere.database.revision.known?.number, { timeout: 2_000, interval: 2 })
      .toBe(revision);
    const etag = async (hub: TestHub) => (await hub.app.request('/data/projects.json')).headers.get('etag');
    expect(await etag(elsewhere)).toBe(await etag(here));
    expect(await elsewhere.json('/projects/frelo-leihraeder.json')).toMatchObject({
      title: 'Frelo, neu',
    });
  });

  it('is told to whoever listens, until they leave', async () => {
    const told: number[] = [];
    const leave = here.database.revision.listen(({ number }) => told.push(number));
    const { revision } = await rename('Frelo, gehört');
    leave();
    const { revision: unheard } = await rename('Frelo, ungehört');
    // What was told before may come once more: of a server's two ways to tell, one is slower.
    expect(told).toContain(revision);
    expect(told).not.toContain(unheard);
  });

  it('is the same in memory as in the database', async () => {
    const { number, createdAt, mark } = await here.database.revision.current();
    const [newest] = await here.database.rows<{ number: number; createdAt: Date; mark: string }>(sql`
      SELECT number, created_at AS "createdAt", (SELECT id FROM catalogue) || '.' || number || '.' || mark AS mark
      FROM revision ORDER BY number DESC LIMIT 1`);
    expect({ number, createdAt, mark }).toEqual(newest);
  });

  it('becomes an earlier one where a backup was put back, also before a poll sees it', async () => {
    const { prisma, revision: newest } = here.database;
    const { revision: kept } = await rename('Frelo, gesichert');
    const { mark } = await newest.current();
    await rename('Frelo, danach');
    await rename('Frelo, noch später');
    await prisma.revision.deleteMany({ where: { number: { gt: kept! } } });
    await expect.poll(() => newest.known, { interval: 5 }).toMatchObject({ number: kept, mark });
    await rename('Frelo, danach');
    await prisma.revision.deleteMany({ where: { number: { gt: kept! } } });
    const { revision: after } = await rename('Frelo, anders');
    expect(after).toBe(kept! + 1);
    const stored = await here.database.rows<{ mark: string }>(
      sql`SELECT mark FROM revision WHERE number = ${after!}`,
    );
    expect((await newest.current()).mark).toContain(stored[0]?.mark);
  });

  it('is asked for at once where somebody says that the database was exchanged', async () => {
    const { prisma, revision: newest } = here.database;
    const { number } = await newest.current();
    const mark = '00000000-0000-4000-8000-000000000000';
    await prisma.$transaction([
      prisma.$executeRaw`UPDATE revision SET mark = ${mark}::uuid WHERE number = ${number}`,
      prisma.$executeRaw`NOTIFY revision`,
    ]);
    await expect.poll(() => newest.known?.mark, { timeout: 500, interval: 5 }).toContain(mark);
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
    const newest = new NewestRevision(prisma, new Outage(console));
    const stop = await newest.watch(connect);
    expect(await elsewhere.countStatements(() => newest.current())).toBe(0);

    connections[0]?.lose();
    expect(connections[0]?.closed).toBe(true);
    const { revision } = await rename('Frelo, unbemerkt');
    expect(await elsewhere.countStatements(() => newest.current())).toBe(1);
    expect((await newest.current()).number).toBe(revision);

    await expect.poll(() => newest.known?.number, { timeout: 10_000 }).toBe(revision);
    expect(connections).toHaveLength(2);
    await stop();
    expect(connections[1]?.closed).toBe(true);
    expect(newest.known).toBeUndefined();
  });
});
