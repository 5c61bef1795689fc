import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, releaseOf } from '../../api/http/release.ts';
import { readSettings } from '../../api/settings.ts';
import { freiburg } from '../support/hub.ts';

describe('the release', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    for (const path of ['api', 'map-widget']) cpSync(path, join(folder, path), { recursive: true });
    return () => rmSync(folder, { recursive: true });
  });

  it('changes with one word of a text, and with a file of each kind in each folder', () => {
    const paths = ['api', 'map-widget'];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
    const kinds = new Map(files.map((file) => [file.replace(/[^/]+$/, '') + extname(file), file]));
    expect([...kinds.keys()].map((kind) => kind.slice(folder.length))).toEqual(
      expect.arrayContaining(['/api/texts/.ts', '/api/doors/pages/.css', '/map-widget/dist/.js']),
    );
    const seen = new Set([hashOf(folder, paths)]);
    for (const file of kinds.values()) {
      appendFileSync(file, ' word');
      seen.add(hashOf(folder, paths));
    }
    expect(seen.size).toBe(kinds.size + 1);
  });

  const release = (environment: Record<string, string>, region = freiburg) =>
    releaseOf({ region, settings: readSettings(environment) });

  it('changes with a setting that answers show, and not with where the hub runs', () => {
    const plain = release({});
    expect(release({ REPORT_EMAIL: 'amt@stadt.example' })).not.toBe(plain);
    expect(release({ CATALOGUE_LICENCE: 'cc-zero' })).not.toBe(plain);
    expect(release({ PORT: '5000', DATABASE_URL: 'postgresql://other/hub', LOG_LEVEL: 'warn' })).toBe(plain);
  });

  it("changes with the region's folder", () => {
    const own = join(folder, 'region');
    cpSync(freiburg.folder, own, { recursive: true });
    const before = release({}, { ...freiburg, folder: own });
    expect(before).toBe(release({}));
    appendFileSync(join(own, 'PROVENANCE.md'), '\nOne more source.\n');
    expect(release({}, { ...freiburg, folder: own })).not.toBe(before);
  });
});
