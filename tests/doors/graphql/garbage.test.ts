import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

/** What only a slow collection of garbage looks at, in bytes. */
const oldSpace = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;

function collect() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('an answer', () => {
  it('is gone with the quick collections of garbage, and its records with it', async () => {
    const query = `{ projects(first: 100) { pageInfo { endCursor }
      edges { cursor node { id slug title status url contact { organisation } participations { municipality { name } } } } } }`;
    const ask = async (times: number) => {
      let length = 0;
      for (let i = 0; i < times; i++) length = JSON.stringify(await hub.query(query)).length;
      return length;
    };
    const length = await ask(100);
    collect();
    const before = oldSpace();
    await ask(100);
    const kept = (oldSpace() - before) / 100;
    expect(kept).toBeLessThan(length);
  });
});
