import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';

/** A file where the folder should be: as little can be kept there as on a full or read-only disk, for whatever user. */
describe('whole datasets that cannot be kept', () => {
  const place = join(mkdtempSync(join(tmpdir(), 'hub-files-')), 'files');
  let hub: TestHub;
  let full: TestHub;
  beforeAll(async () => {
    writeFileSync(place, '');
    hub = await openHub();
    full = hubOn(hub.database, { FILES_DIR: place });
  });
  afterAll(() => hub.database.close());

  const get = (one: TestHub, path: string) => one.app.request(path);
  const ready = async () => (await get(full, '/readyz')).text();

  it('are sent all the same', async () => {
    expect(await ready()).toBe('ready');
    for (const path of ['/data/projects.csv', '/data/contacts.json', '/data/municipalities.geojson']) {
      const [response, kept] = [await get(full, path), await get(hub, path)];
      expect([path, response.status, await response.text()]).toEqual([path, 200, await kept.text()]);
    }
  });

  it('are not there where they are made of others, and the operator is told why', async () => {
    const response = await get(full, '/data/all.zip');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await response.text()).not.toContain(place);
    expect(await ready()).toBe(`ready, but: The folder ${place} is no folder.`);
  });

  it('are kept again as soon as there is room', async () => {
    rmSync(place);
    mkdirSync(place);
    expect((await get(full, '/data/all.zip')).status).toBe(200);
    expect(await ready()).toBe('ready');
  });
});
