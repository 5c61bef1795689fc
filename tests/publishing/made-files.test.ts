import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile } from '../../api/database/lock.ts';
import { changeRecords } from '../support/change.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';

let folder: string;
let hub: TestHub;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-files-'));
  hub = await openHub({ FILES_DIR: folder, PUBLIC_URL: '' });
});
afterEach(async () => {
  await hub.database.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  hub.app.request(path, { headers, method });
const bytes = async (response: Response | Promise<Response>) =>
  Buffer.from(await (await response).arrayBuffer());

/** The files that are on disk. */
const made = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.lock'))
    .map((one) => readFileSync(join(one.parentPath, one.name)));

const change = (title: string) =>
  changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', title }] });

describe('a whole dataset', () => {
  it('is made once, also for those who ask at once, and then read from its file', async () => {
    let answers: Buffer[] = [];
    const first = await hub.countStatements(async () => {
      answers = await Promise.all([1, 2, 3].map(() => bytes(get('/data/projects.csv'))));
    });
    expect(first).toBe(1);
    expect(await hub.countStatements(() => bytes(get('/data/projects.csv')))).toBe(0);
    expect(answers[1]!.equals(answers[0]!) && answers[2]!.equals(answers[0]!)).toBe(true);
    expect(made()).toEqual([answers[0]]);
  });

  it('holds what the same query from the database holds', async () => {
    for (const [file, order] of [
      ['projects.csv', 'TITLE'],
      ['municipalities.geojson', 'NAME'],
      ['who-does-what.ndjson', 'MUNICIPALITY'],
    ])
      expect((await bytes(get(`/data/${file}`))).toString(), file).toBe(
        (await bytes(get(`/data/${file}?order=${order}`))).toString(),
      );
  });

  it('has a file of its own for each choice within its format, and the same for whoever asks', async () => {
    const plain = await bytes(get('/data/contacts.csv'));
    const excel = await bytes(get('/data/contacts.csv?profile=excel-de'));
    const elsewhere = await bytes(hub.app.request('http://other.example/data/contacts.csv'));
    expect(excel.toString().startsWith('\ufeffslug;')).toBe(true);
    expect(plain.toString()).toContain('http://localhost:4000/contacts/');
    expect(elsewhere).toEqual(plain);
    expect(made()).toHaveLength(2);
  });

  it('tells its length, and HEAD tells the same', async () => {
    const response = await get('/data/projects.csv');
    const length = response.headers.get('content-length');
    expect(Number(length)).toBe((await bytes(response)).length);
    const head = await get('/data/projects.csv', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), (await bytes(head)).length]).toEqual([
      200,
      length,
      0,
    ]);
    for (const name of ['content-type', 'content-disposition', 'link', 'etag', 'last-modified', 'vary'])
      expect([name, head.headers.get(name)]).toEqual([name, response.headers.get(name)]);
    expect(head.headers.get('content-disposition')).toMatch(/filename="projects-\d{4}-\d\d-\d\d\.csv"/);
  });

  it.each([
    ['bytes=0-9', 206, (all: Buffer) => all.subarray(0, 10)],
    ['bytes=100-', 206, (all: Buffer) => all.subarray(100)],
    ['bytes=-7', 206, (all: Buffer) => all.subarray(-7)],
    ['bytes=5-99999999', 206, (all: Buffer) => all.subarray(5)],
    ['bytes=99999999-', 416, () => Buffer.alloc(0)],
    ['bytes=9-3', 200, (all: Buffer) => all],
    ['bytes=0-1,5-6', 200, (all: Buffer) => all],
    ['rows=1-2', 200, (all: Buffer) => all],
  ])('asked for %s is answered with %i', async (range, status, part) => {
    const all = await bytes(get('/data/topics.csv'));
    const response = await get('/data/topics.csv', { range });
    const expected = part(all);
    expect(response.status).toBe(status);
    if (status === 206)
      expect(response.headers.get('content-range')).toMatch(new RegExp(`^bytes \\d+-\\d+/${all.length}$`));
    expect((await bytes(response)).equals(expected)).toBe(true);
    expect((await get('/data/topics.csv', { range, 'if-range': '"x"' })).status).toBe(200);
  });

  it('is compressed as the caller accepts, once, and is the same', async () => {
    const plain = await bytes(get('/data/projects.csv'));
    for (const [name, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = [];
      for (let time = 0; time < 2; time++) {
        const response = await get('/data/projects.csv', { 'accept-encoding': `${name}, identity;q=0.1` });
        expect(response.headers.get('content-encoding')).toBe(name);
        expect(response.headers.get('vary')).toMatch(/accept-encoding/);
        packed.push(await bytes(response));
        expect(response.headers.get('content-length')).toBe(String(packed[0]!.length));
      }
      expect(decode(packed[0]!).equals(plain)).toBe(true);
      expect(packed[1]!.equals(packed[0]!)).toBe(true);
    }
    expect(made()).toHaveLength(3);
  });
});

describe('a new revision', () => {
  it('replaces every file at once: each answer is whole, and of the old or the new', async () => {
    const before = await bytes(get('/data/projects.csv'));
    const running = Array.from({ length: 20 }, async (_, at) => {
      await new Promise((resolve) => setTimeout(resolve, at * 10));
      return bytes(get('/data/projects.csv', at % 2 ? { 'accept-encoding': 'gzip' } : {})).then((answer) =>
        at % 2 ? gunzipSync(answer) : answer,
      );
    });
    await change('Frelo neu');
    const after = await bytes(get('/data/projects.csv'));
    expect(after.toString()).toContain('Frelo neu');
    for (const answer of await Promise.all(running))
      expect(answer.equals(before) || answer.equals(after)).toBe(true);
  });

  it('leaves nothing of what it took away on the disk, without a request', async () => {
    const [{ slug, email }] = await hub.database.prisma.$queryRaw<[{ slug: string; email: string }]>`
      SELECT slug, email FROM contact WHERE email IS NOT NULL ORDER BY slug LIMIT 1`;
    for (const path of ['contacts.csv', 'contacts.json', 'who-does-what.csv', 'contacts.xlsx', 'all.zip'])
      await bytes(get(`/data/${path}`, { 'accept-encoding': 'gzip' }));
    expect(made().some((file) => file.includes(email))).toBe(true);
    await changeRecords(hub.database, { contacts: [{ slug, email: 'neu@example.org' }] });
    while (made().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await bytes(get('/data/contacts.csv')).then(String)).not.toContain(email);
  });

  it('that comes while a file is made begins it anew', async () => {
    const { rows } = hub.database;
    let pages = 0;
    const slow = hubOn(
      {
        ...hub.database,
        async rows(statement) {
          const page = await rows(statement);
          if (statement.text.includes('"_key"') && ++pages === 1) await change('Mittendrin');
          return page as never;
        },
      },
      { FILES_DIR: folder },
    );
    expect(await slow.text('/data/projects.csv')).toContain('Mittendrin');
    expect(pages).toBe(2);
  });
});

describe('the folder of files', () => {
  it('holds no more than it may, and nothing for another address of the hub', async () => {
    const small = hubOn(hub.database, { FILES_DIR: folder, FILES_MAX_MB: '0', PUBLIC_URL: '' });
    const first = await bytes(small.app.request('/data/projects.csv'));
    const name = made();
    expect(name).toHaveLength(1);
    for (let at = 0; at < 5; at++)
      expect(await bytes(small.app.request(`http://host-${at}.example/data/projects.csv`))).toEqual(first);
    expect(made()).toEqual(name);
    await bytes(small.app.request('/data/topics.csv'));
    while (made().length > 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made()).toHaveLength(1);
  });

  it('is made again when somebody has tidied it away', async () => {
    const before = await bytes(get('/data/topics.csv'));
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    expect((await bytes(get('/data/topics.csv'))).equals(before)).toBe(true);
  });

  it('that a killed process has left is removed, and that of a living one stays', async () => {
    const [left, living] = ['left', 'living'].map((name) => join(folder, `digitale-wege-files-${name}`));
    mkdirSync(join(left!, 'in'), { recursive: true });
    writeFileSync(`${left}.lock`, '');
    mkdirSync(living!);
    const release = await lockFile(`${living}.lock`);
    await bytes(get('/data/topics.csv'));
    expect([existsSync(left!), existsSync(living!)]).toEqual([false, true]);
    release?.();
  });
});
