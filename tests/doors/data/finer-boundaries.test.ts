import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { thePublic } from '../../../api/catalogue/model/visibility.ts';
import { readRegion } from '../../../api/catalogue/region/region.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let regions: string;
let hub: TestHub;
beforeAll(async () => {
  regions = mkdtempSync(join(tmpdir(), 'regions-'));
  cpSync('seed/regions/freiburg', join(regions, 'freiburg'), { recursive: true });
  mkdirSync(join(regions, 'freiburg', 'boundaries'));
  writeFileSync(join(regions, 'freiburg', 'boundaries', '8-083-0123.json'), '{"type":"Topology"}');
  hub = await openHub();
});
afterAll(async () => {
  await hub?.database.close();
  rmSync(regions, { recursive: true });
});

it('finer boundaries of a region are served for ever, and nothing else of its folder is', async () => {
  const app = createApp({
    database: hub.database,
    settings: readSettings({ LOG_LEVEL: 'silent' }),
    region: readRegion('freiburg', regions),
    log: pino({ level: 'silent' }),
    viewer: thePublic,
  });
  const found = await app.request('/map/boundaries/8-083-0123.json');
  expect({ status: found.status, body: await found.text() }).toEqual({
    status: 200,
    body: '{"type":"Topology"}',
  });
  expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(found.headers.get('access-control-allow-origin')).toBe('*');
  for (const path of ['8-083-4567.json', '..%2Fregion.json', '..%2Fcontacts.csv'])
    expect((await app.request(`/map/boundaries/${path}`)).status).toBe(404);
});
