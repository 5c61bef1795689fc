import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { OperatorError } from '../errors.ts';
import { listening } from './listening.ts';
import { map } from './map.ts';
import { operator } from './operator.ts';
import { portals } from './portals.ts';
import { queries } from './queries.ts';
import { region } from './region.ts';
import { storage } from './storage.ts';

/**
 * The hub's settings: the only table of them and the only reader of the environment.
 * Each row: how a value is read, its default, what is allowed (for the error) and what it means.
 */
const table = { ...listening, ...storage, ...region, ...operator, ...map, ...queries, ...portals } as const;

type Table = typeof table;
export type SettingName = keyof Table;
export type Settings = { readonly [Name in SettingName]: z.output<Table[Name]['type']> };

/** What the documentation and `.env.example` are checked against. */
export const settingsTable: Readonly<
  Record<SettingName, { default: string; allowed: string; meaning: string }>
> = table;

/** A setting that cannot be used; the message names the setting, the value and what is allowed. */
export class SettingsError extends OperatorError {
  override readonly name = 'SettingsError';
}

/**
 * Reads and checks all settings once.
 * @param environment e.g. `process.env`; names that are not settings are left alone.
 * @throws SettingsError that lists every malformed value.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, row] of Object.entries(table)) {
    const value = environment[name]?.trim() ?? row.default;
    // An empty value means «not set»: that is how `.env` files and container tools clear a setting.
    const result = row.type.safeParse(value === '' ? row.default : value);
    if (result.success) settings[name] = result.data;
    else problems.push(`${name} ${toldValue(name, value)}; allowed is ${row.allowed}.`);
  }
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return settings as Settings;
}

/** A value that may have a password in it is not repeated, in whatever place it stands. */
const toldValue = (name: string, value: string) =>
  name === 'DATABASE_URL' && !/^\w*:\/\/[\w.-]*$/.test(value)
    ? 'is malformed (it may have a password in it and is not shown)'
    : `is ${JSON.stringify(value)}`;

/**
 * The environment with the file `.env` beneath it. Unlike the environment, the file belongs to the hub alone,
 * so a name in it that is no setting is an error and not somebody else's.
 * @throws SettingsError for an unknown name.
 */
export function environmentWithFile(environment: Record<string, string | undefined>, file = '.env') {
  if (!existsSync(file)) return environment;
  const fromFile = parseEnv(readFileSync(file, 'utf8'));
  const unknown = Object.keys(fromFile).filter((name) => !(name in table));
  if (unknown.length > 0)
    throw new SettingsError(
      unknown
        .map(
          (name) =>
            `${file} sets ${name}; there is no such setting. There are ${Object.keys(table).join(', ')}.`,
        )
        .join('\n'),
    );
  return { ...fromFile, ...environment };
}

/** Whether npm runs the hub, with a shell between the two that passes no signals on. */
export const startedByNpm = (environment: Record<string, string | undefined>) =>
  environment.npm_lifecycle_event === 'start';
