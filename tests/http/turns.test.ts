import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { turns } from '../../api/http/turns.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('a turn that comes too late is refused, also for those who wait behind it, and the next one is not', async () => {
  const turn = turns(1, 10, 5);
  let release = () => {};
  const stuck = turn(() => new Promise<void>((resolve) => (release = resolve)));
  const waiting = [1, 2].map((one) => turn(async () => one).catch(({ code }) => code));
  await Promise.resolve();
  vi.advanceTimersByTime(6_000);
  release();
  await stuck;
  expect(await Promise.all(waiting)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  expect(await turn(async () => 3)).toBe(3);
});
