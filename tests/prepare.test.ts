import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
});
afterEach(() => rmSync(checkout, { recursive: true }));

/** What a step reads, and how each step notes that it has run: a checkout without the packages themselves. */
const kept = [
  'api/prepare.mjs',
  'api/database/generated/.prepared',
  'map-widget',
  'node_modules/.prepared',
  'package-lock.json',
  'package.json',
  'prisma/schema.prisma',
  'prisma.config.ts',
  'vite.config.ts',
];
const copy = () => {
  for (const path of kept) cpSync(path, join(checkout, path), { recursive: true });
};
const prepare = (environment: Record<string, string> = {}) => {
  const { npm_execpath: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'api/prepare.mjs')], {
    encoding: 'utf8',
    env: { ...env, ...environment },
  });
  return { status, stdout, stderr };
};

describe('a prepared checkout', () => {
  it('is still prepared where it is moved to', () => {
    copy();
    expect(prepare()).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('is prepared anew for another list of packages, and says what fails', () => {
    copy();
    appendFileSync(join(checkout, 'package-lock.json'), 'no JSON any more');
    const { status, stdout, stderr } = prepare();
    expect([status, stdout]).toEqual([1, 'Installing packages …\n']);
    expect(stderr).toMatch(/^Installing packages failed:\n.*npm/s);
  });
});

describe('npm start', () => {
  it('gives Node only options that Node itself documents', () => {
    const { start } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    const options = [...start.matchAll(/ (--[\w-]+)/g)].map(([, option]) => option as string);
    expect(options).toContain('--import');
    expect(options.filter((option) => !process.allowedNodeEnvironmentFlags.has(option))).toEqual([]);
  });
});
