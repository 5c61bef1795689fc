import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-files-'));
  hub = await openHub({ ANSWER_CACHE_MB: '64', FILES_DIR: folder });
  return async () => {
    await hub.database.close();
    rmSync(folder, { recursive: true });
  };
});

const filesOnDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

/** An address of each way in which an answer is kept: in memory, by its ETag, as a file. */
const addresses = [
  '/map.json',
  '/graphql?query={projects{totalCount}}',
  '/',
  '/data/projects.json',
  '/data/topics.csv',
  '/data/all.zip',
  '/catalog.ttl',
  '/nothing-here',
];
const personal = {
  'a token': { authorization: 'Bearer abc' },
  'a session': { cookie: 'theme=dark; dw-session=abc' },
  'a session of this host': { cookie: '__Host-dw-session=abc' },
};

describe.each(Object.entries(personal))('a request with %s', (_, headers) => {
  it.each(addresses)('is neither answered from what is kept nor kept: %s', async (address) => {
    const others = await hub.app.request(address);
    await others.arrayBuffer();
    const kept = filesOnDisk();
    const etag = others.headers.get('etag') ?? 'W/"r1-none"';
    let answer: Response | undefined;
    const statements = await hub.countStatements(async () => {
      answer = await hub.app.request(address, { headers: { ...headers, 'if-none-match': etag } });
      await answer.arrayBuffer();
    });
    expect([answer?.status, answer?.headers.get('etag'), answer?.headers.get('cache-control')]).toEqual([
      others.status,
      null,
      'private, no-store',
    ]);
    if (address !== '/nothing-here') expect(statements).toBeGreaterThan(0);
    await expect.poll(filesOnDisk).toBe(kept);
  });
});

describe('a request with another cookie', () => {
  it('is anybody’s', async () => {
    const answer = await hub.app.request('/data/topics.csv', { headers: { cookie: 'my-dw-session=abc' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(answer.headers.get('etag')).toMatch(/^"/);
    await answer.arrayBuffer();
  });
});
