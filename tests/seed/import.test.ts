import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { freiburg } from '../support/hub.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  return () => rmSync(folder, { recursive: true });
});

/** The command with a built-in database of its own, as `npm run import` starts it. */
const run = (...given: string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'seed/import.ts', ...given],
      { cwd: root, env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data') } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

describe('the import command', () => {
  it('brings in the region and tells what it added; a second time it tells that nothing has changed', async () => {
    expect(await run('--region', 'freiburg')).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^Revision 1: added 77 municipalities, 6 fields, \d+ topics, \d+ contacts, \d+ projects, \d+ strategies, \d+ events; changed nothing\.\n$/,
      ),
      stderr: '',
    });
    expect(await run()).toEqual({ code: 0, stdout: 'Nothing has changed.\n', stderr: '' });
  });

  it('ends with code 1 and every mistake on standard error', async () => {
    const region = join(folder, 'region');
    cpSync(freiburg.folder, region, { recursive: true });
    const topics = readFileSync(join(region, 'topics.csv'), 'utf8');
    writeFileSync(join(region, 'topics.csv'), `${topics}wlan,WLAN,\nNo Slug,,\n`);
    expect(await run(region)).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'topics.csv:26 slug: "wlan" stands in line 25 already; every key may stand once.',
        'topics.csv:27 name_de: "" is empty; a value is needed here.',
        'topics.csv:27 slug: "No Slug" is no slug; right are small letters, digits and single hyphens.\n',
      ].join('\n'),
    });
  });

  it.each([
    ['a folder that is not there', ['/no/such/folder'], 'There is no file or folder /no/such/folder.'],
    ['files beside a region', ['a', '--region', 'freiburg'], 'Files or one --region, not both.'],
    ['a region that is not there', ['--region', 'atlantis'], 'REGION is "atlantis"; allowed is one of '],
    ['an option that is not there', ['--all'], "Unknown option '--all'"],
  ])('refuses %s in plain words', async (_name, given, beginning) => {
    const { code, stdout, stderr } = await run(...given);
    expect({ code, stdout, stderr: stderr.slice(0, beginning.length) }).toEqual({
      code: 1,
      stdout: '',
      stderr: beginning,
    });
    expect(stderr).not.toContain('    at ');
  });
});
