import { beforeAll, describe, expect, it } from 'vitest';
import { findPeers } from '../../../api/catalogue/insight/peers.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
let agses: string[];
beforeAll(async () => {
  hub = await openHub();
  const rows = await hub.database.prisma.municipality.findMany({ select: { ags: true } });
  agses = rows.map(({ ags }) => ags);
  return () => hub.database.close();
});

describe('peers', () => {
  it.each([[[]], [['e-akte']], [['digilab', 'qualifizierung']]])(
    'are counted as they are ranked, for everybody, in %j',
    async (fields) => {
      const found = await findPeers(hub, fields, agses, Number.POSITIVE_INFINITY);
      expect(found.size).toBe(agses.length);
      for (const [ags, { ranked, reachable }] of found) {
        const peers = await ranked();
        expect([ags, reachable]).toEqual([ags, peers.filter(({ way }) => way).length]);
        expect(peers.flatMap(({ municipality, also }) => [municipality, ...also])).not.toContain(ags);
      }
    },
  );

  it('take three statements, however many ask', async () => {
    const statementsFor = (some: readonly string[]) =>
      hub.countStatements(async () => {
        const found = await findPeers(hub, [], some, 5);
        await Promise.all([...found.values()].map(({ ranked }) => ranked()));
      });
    expect([await statementsFor(agses.slice(0, 1)), await statementsFor(agses)]).toEqual([3, 3]);
  });

  it('are ranked once, however often they are asked for', async () => {
    const found = await findPeers(hub, [], agses.slice(0, 1), 5);
    const { ranked } = [...found.values()][0]!;
    expect(await ranked()).toBe(await ranked());
  });

  it('are ranked for nobody who has gone, for others have a turn between two', async () => {
    const stop = new AbortController();
    const found = await findPeers(hub, [], agses, 5, stop.signal);
    const asked = Promise.all([...found.values()].map(({ ranked }) => ranked()));
    setTimeout(() => stop.abort(new Error('gone')), 0);
    await expect(asked).rejects.toThrow('gone');
  });
});
