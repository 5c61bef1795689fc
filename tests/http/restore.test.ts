import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUp } from '../support/backup.ts';
import { changeRecords } from '../support/change.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';
import { telling } from '../support/telling.ts';

/** Those that say it in no plain words, or do not say it at all. */
const others = ['/data/projects.xlsx', '/data/all.zip', '/catalog.ttl', '/map.svg', '/', '/insight'];

const rename = ({ database }: TestHub, title: string) =>
  changeRecords(database, { projects: [{ slug: 'frelo-leihraeder', title }] });

/** What a hub tells, and what somebody who keeps it asks the next time. */
async function told(hub: TestHub, path: string, headers: Record<string, string> = {}) {
  const response = await hub.app.request(path, { headers });
  return {
    path,
    status: response.status,
    text: Buffer.from(await response.arrayBuffer()).toString('latin1'),
    etag: response.headers.get('etag') ?? '',
    modified: response.headers.get('last-modified') ?? '',
  };
}
type Told = Awaited<ReturnType<typeof told>>;
const all = (hub: TestHub, paths: readonly string[]) => Promise.all(paths.map((path) => told(hub, path)));

/** Addresses at which somebody who keeps an answer is told that it still holds. */
async function unchanged(hub: TestHub, kept: readonly Told[]) {
  const asked = kept.flatMap((one) => [
    told(hub, one.path, { 'if-none-match': one.etag }),
    told(hub, one.path, { 'if-modified-since': one.modified }),
  ]);
  return (await Promise.all(asked)).filter(({ status }) => status !== 200).map(({ path }) => path);
}
const withWord = (word: string, kept: readonly Told[]) =>
  kept.filter(({ text }) => text.includes(word)).map(({ path }) => path);

describe('a backup that is put back', () => {
  let hub: TestHub;
  let putBack: () => Promise<void>;
  let before: Told[];
  let kept: number | null;
  beforeAll(async () => {
    hub = await openHub({ ANSWER_CACHE_MB: '64' });
    kept = (await rename(hub, 'Frelo Gesichert')).revision;
    putBack = await backUp(hub.database);
    before = await all(hub, [...telling, ...others]);
  });
  afterAll(() => hub.database.close());
  afterEach(() => vi.useRealTimers());

  it('takes away from every door what came after it, under a running hub', async () => {
    await rename(hub, 'Frelo Verworfen');
    expect(withWord('Verworfen', await all(hub, telling))).toEqual(telling);
    await all(hub, others);
    await putBack();
    await expect.poll(() => hub.database.revision.known?.number, { interval: 5 }).toBe(kept);
    const again = await all(hub, [...telling, ...others]);
    const told = ({ path, status, text, etag }: Told) => ({ path, status, text, etag });
    expect(again.map(told)).toEqual(before.map(told));
  });

  it('gives its numbers to other revisions, which nobody takes for those that are gone', async () => {
    await rename(hub, 'Frelo Verworfen');
    const gone = await all(hub, telling);
    await putBack();
    await rename(hub, 'Frelo Anders');
    expect((await hub.database.revision.current()).number).toBe(kept! + 1);
    const now = await all(hub, telling);
    expect(withWord('Verworfen', now)).toEqual([]);
    expect(withWord('Anders', now)).toEqual(telling);
    expect(await unchanged(hub, gone)).toEqual([]);
    const newest = (kept: readonly Told[]) =>
      JSON.parse(kept.find(({ path }) => path === '/feeds/projects.json')!.text).items[0].id;
    expect(newest(now)).not.toBe(newest(gone));
  });

  it('is not mixed up with what came after it by a hub that starts later, with its clock set back', async () => {
    await rename(hub, 'Frelo Verworfen');
    const gone = await all(hub, telling);
    await putBack();
    await expect.poll(() => hub.database.revision.known?.number, { interval: 5 }).toBe(kept);
    vi.setSystemTime(Date.now() - 3_600_000);
    const restarted = hubOn(hub.database, { ANSWER_CACHE_MB: '64' });
    expect(withWord('Verworfen', await all(restarted, telling))).toEqual([]);
    expect(await unchanged(restarted, gone)).toEqual([]);
  });
});
