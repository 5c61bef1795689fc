import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentWithFile, readSettings, SettingsError, settingsTable } from '../api/settings/settings.ts';

describe('settings', () => {
  it('have defaults that need no environment', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 4000,
      DATA_DIR: './.data',
      DATABASE_URL: '',
      REGION: 'freiburg',
    });
  });

  it('that are malformed are all told at once, with value and what is allowed', () => {
    expect(() => readSettings({ PORT: 'eighty', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' })).toThrow(
      new SettingsError(
        [
          'PORT is "eighty"; allowed is a port number from 0 (any free one) to 65535.',
          'LOG_LEVEL is "loud"; allowed is fatal, error, warn, info, debug, trace or silent.',
          'DATABASE_URL is "mysql://x"; allowed is postgresql://user:password@host:5432/database, or nothing.',
        ].join('\n'),
      ),
    );
  });

  it.each([
    '//hub:geheim@localhost/hub',
    'mysql://hub:geheim@localhost/hub',
    'host=localhost password=geheim',
    'geheim',
  ])('that may have a password in them are told without: %s', (DATABASE_URL) => {
    expect(() => readSettings({ DATABASE_URL })).toThrow(
      'DATABASE_URL is malformed (it may have a password in it and is not shown); allowed is postgresql://user:password@host:5432/database, or nothing.',
    );
  });

  it('that are empty have their default', () => {
    expect(readSettings({ PORT: '', DATA_DIR: ' ' })).toMatchObject({ PORT: 4000, DATA_DIR: './.data' });
  });

  it('in a file are read beneath the environment, and a name that is none is an error', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), '.env');
    writeFileSync(file, 'PORT=5000\nREGION=freiburg\n');
    expect(environmentWithFile({ PORT: '6000' }, file)).toMatchObject({ PORT: '6000', REGION: 'freiburg' });
    writeFileSync(file, 'PROT=5000\n');
    expect(() => environmentWithFile({}, file)).toThrow(`${file} sets PROT; there is no such setting.`);
  });

  it('are all in .env.example, each with its default and meaning', () => {
    const example = readFileSync('.env.example', 'utf8');
    for (const [name, { default: value, meaning }] of Object.entries(settingsTable)) {
      expect(example).toContain(`# ${meaning}`);
      expect(example).toMatch(new RegExp(`^#?${name}=${value.replace('*', '\\*')}$`, 'm'));
    }
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named).toEqual(Object.keys(settingsTable));
  });
});
