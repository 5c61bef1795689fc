import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { wholePattern } from './catalogue/model/patterns.ts';
import { OperatorError } from './errors.ts';

/**
 * The hub's settings: the only table of them and the only reader of the environment.
 * Each row: how a value is read, its default, what is allowed (for the error) and what it means.
 */
const table = {
  PORT: {
    type: z.coerce.number().int().min(0).max(65535),
    default: '4000',
    allowed: 'a port number from 0 (any free one) to 65535',
    meaning: 'Port that the hub serves on.',
  },
  HOST: {
    type: z.string().regex(/^[\w.:-]+$/),
    default: '0.0.0.0',
    allowed: 'a host name or an IP address',
    meaning: 'Address that the hub listens at; 127.0.0.1 behind a proxy on the same machine.',
  },
  PUBLIC_URL: {
    type: z
      .union([z.literal(''), z.url({ protocol: /^https?$/ }).regex(/^[^?#]*$/)])
      .transform((url) => url && new URL(url).href.replace(/\/+$/, '')),
    default: '',
    allowed: 'an http(s) address, also with a path such as https://town.example/wege, or nothing',
    meaning: 'Address under which visitors reach the hub; without it the address of each request is used.',
  },
  DATABASE_URL: {
    type: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]),
    default: '',
    allowed: 'postgresql://user:password@host:5432/database, or nothing',
    meaning: 'A PostgreSQL server (14 or newer). Without it the hub keeps its own database in DATA_DIR.',
  },
  DATABASE_CONNECTIONS: {
    type: z.coerce.number().int().min(1).max(1000),
    default: '10',
    allowed: 'a whole number from 1 to 1000',
    meaning:
      'Most connections to the PostgreSQL server that the hub works with; it keeps one more to listen.',
  },
  DATABASE_WAIT_SECONDS: {
    type: z.coerce.number().min(0).max(3600),
    default: '60',
    allowed: 'a number of seconds',
    meaning: 'How long a start waits for a PostgreSQL server that is not there yet.',
  },
  DATA_DIR: {
    type: z.string().min(1),
    default: './.data',
    allowed: 'a folder',
    meaning: 'Folder of the built-in database (PGlite), for one process at a time.',
  },
  FILES_DIR: {
    type: z.string(),
    default: '',
    allowed: 'a folder, or nothing',
    meaning:
      'Where the hub keeps whole datasets as files until the catalogue changes; each process has a folder of its own in it. Without it the folder of the system for temporary files.',
  },
  FILES_MAX_MB: {
    type: z.coerce.number().int().min(0).max(10_000_000),
    default: '2000',
    allowed: 'a whole number of megabytes',
    meaning: 'Room for these files; what was asked for least recently is made again when it is.',
  },
  REGION: {
    type: z.string().regex(wholePattern('slug')),
    default: 'freiburg',
    allowed: 'the name of a folder in seed/regions',
    meaning: 'Region whose data is imported at the start and whose boundaries are shown.',
  },
  IMPORT_AT_START: {
    type: z.enum(['true', 'false']).transform((value) => value === 'true'),
    default: 'true',
    allowed: 'true or false',
    meaning: 'Whether the start imports the data of REGION into an empty catalogue.',
  },
  CATALOGUE_LICENCE: {
    type: z.enum(['dl-de/by-2-0', 'dl-de/zero-2-0', 'cc-by/4.0', 'cc-zero']),
    default: 'dl-de/by-2-0',
    allowed: 'dl-de/by-2-0, dl-de/zero-2-0, cc-by/4.0 or cc-zero',
    meaning: "Licence of the catalogue's data.",
  },
  REPORT_EMAIL: {
    type: z.union([z.literal(''), z.email()]),
    default: '',
    allowed: 'an e-mail address, or nothing',
    meaning: 'Where visitors of the map report mistakes and new projects; without it nothing is offered.',
  },
  OPERATOR_NAME: {
    type: z.string().max(200),
    default: '',
    allowed: 'the name of an office or organisation, or nothing',
    meaning: 'Who runs the hub, for imprint and privacy page; without it they say that it is not told.',
  },
  OPERATOR_ADDRESS: {
    type: z.string().max(500),
    default: '',
    allowed: 'a postal address, its lines separated by commas, or nothing',
    meaning: 'Postal address of whoever runs the hub, such as Rathausgasse 1, 79098 Freiburg.',
  },
  OPERATOR_REPRESENTATIVE: {
    type: z.string().max(200),
    default: '',
    allowed: 'a name with its office, or nothing',
    meaning: 'Who may act for whoever runs the hub.',
  },
  OPERATOR_EMAIL: {
    type: z.union([z.literal(''), z.email()]),
    default: '',
    allowed: 'an e-mail address, or nothing',
    meaning: 'Where whoever runs the hub reads mail.',
  },
  OPERATOR_PHONE: {
    type: z.union([z.literal(''), z.string().regex(/^\+?[\d ()/-]{5,40}$/)]),
    default: '',
    allowed: 'a telephone number, or nothing',
    meaning: 'Where whoever runs the hub answers the telephone.',
  },
  DATA_PROTECTION_OFFICER: {
    type: z.string().max(500),
    default: '',
    allowed: 'name or office with address, e-mail or telephone, separated by commas, or nothing',
    meaning: 'Whom visitors can ask about their data.',
  },
  LOG_RETENTION_DAYS: {
    type: z.union([z.literal(''), z.coerce.number().int().min(0).max(3650)]),
    default: '',
    allowed: 'a whole number of days, or nothing',
    meaning:
      "How long you keep logs, the hub's and those of a proxy in front of it; the privacy page says it. The hub deletes none itself.",
  },
  SECURITY_CONTACT: {
    type: z.union([z.literal(''), z.email(), z.url({ protocol: /^https$/ })]),
    default: '',
    allowed: 'an e-mail or https address, or nothing',
    meaning:
      'Where weak points of the hub are reported, for /.well-known/security.txt; without it OPERATOR_EMAIL.',
  },
  EASY_LANGUAGE_URL: {
    type: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    default: '',
    allowed: 'an http(s) address, or nothing',
    meaning: 'A page in easy language (Leichte Sprache) about the hub, linked on every page.',
  },
  SIGN_LANGUAGE_URL: {
    type: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    default: '',
    allowed: 'an http(s) address, or nothing',
    meaning: 'A page in German sign language (DGS) about the hub, linked on every page.',
  },
  TILE_URL: {
    type: z.union([
      z.literal(''),
      z.string().regex(/^https:\/\/[\w.-]+(:\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})\S*$/),
    ]),
    default: '',
    allowed: 'an https address with {z}, {x} and {y} behind a fixed host name, or nothing',
    meaning:
      'Tiles of a base map that a visitor may switch on; off until then. Without it there is no base map.',
  },
  TILE_ATTRIBUTION: {
    type: z.string(),
    default: '',
    allowed: 'plain text',
    meaning: 'Whom the base map names as its source; needed with TILE_URL.',
  },
  EMBED_ANCESTORS: {
    type: z.string().regex(/^('self'|'none'|\*|(https?:\/\/[\w.*:-]+)( https?:\/\/[\w.*:-]+)*)$/),
    default: '*',
    allowed: "*, 'self', 'none' or addresses such as https://www.stadt.example https://*.kreis.example",
    meaning: 'Which sites may show /embed in a frame.',
  },
  ANSWER_CACHE_MB: {
    type: z.coerce.number().int().min(0).max(100_000),
    default: '64',
    allowed: 'a whole number of megabytes; 0 keeps nothing',
    meaning:
      'Memory for answers to GraphQL queries; each is kept until the catalogue changes or the day ends.',
  },
  QUERY_MAX_KB: {
    type: z.coerce.number().int().min(1).max(100_000),
    default: '100',
    allowed: 'a whole number of kilobytes from 1',
    meaning: 'Largest GraphQL request, query and variables together.',
  },
  QUERY_MAX_DEPTH: {
    type: z.coerce.number().int().min(1).max(1000),
    default: '15',
    allowed: 'a whole number from 1',
    meaning: 'Deepest GraphQL query: how many fields may stand within each other.',
  },
  QUERY_MAX_COST: {
    type: z.coerce.number().int().min(1).max(1000000000),
    default: '100000',
    allowed: 'a whole number from 1',
    meaning:
      'Largest GraphQL answer, in fields: a list counts its fields as often as it is asked for records.',
  },
  QUERY_MAX_ALIASES: {
    type: z.coerce.number().int().min(0).max(100000),
    default: '60',
    allowed: 'a whole number',
    meaning: 'Most aliases in a GraphQL query.',
  },
  QUERY_MAX_DIRECTIVES: {
    type: z.coerce.number().int().min(0).max(100000),
    default: '60',
    allowed: 'a whole number',
    meaning: 'Most directives in a GraphQL query.',
  },
  QUERY_MAX_TOKENS: {
    type: z.coerce.number().int().min(10).max(1000000),
    default: '2000',
    allowed: 'a whole number from 10',
    meaning: 'Longest GraphQL query, in tokens: names, values and brackets.',
  },
  QUERY_MAX_SECONDS: {
    type: z.coerce.number().min(0.1).max(3600),
    default: '10',
    allowed: 'a number of seconds from 0.1',
    meaning:
      'Longest time that a GraphQL query may take, and on a PostgreSQL server any SQL statement that reads.',
  },
  CATALOGUE_PUBLISHER: {
    type: z.string().max(200),
    default: '',
    allowed: 'the name of an office or organisation, or nothing',
    meaning:
      'Who publishes the catalogue, for other portals; without it the hub itself under the title of the region.',
  },
  CATALOGUE_CONTACT_EMAIL: {
    type: z.union([z.literal(''), z.email()]),
    default: '',
    allowed: 'an e-mail address, or nothing',
    meaning: 'Whom other portals can write to about the catalogue.',
  },
  CATALOGUE_CONTACT_URL: {
    type: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    default: '',
    allowed: 'an http(s) address, or nothing',
    meaning: 'Page with a contact form; without it the start page of the hub.',
  },
  CATALOGUE_CONTRIBUTOR_ID: {
    type: z.union([
      z.literal(''),
      z.string().regex(/^http:\/\/dcat-ap\.de\/def\/contributors\/[A-Za-z0-9]+$/),
    ]),
    default: '',
    allowed: 'an address of the list http://dcat-ap.de/def/contributors/, or nothing',
    meaning: 'Who delivers the catalogue to GovData, which refuses one without; GovData assigns it.',
  },
  LOG_LEVEL: {
    type: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    meaning: 'How much the hub writes to its log (JSON lines on standard output).',
  },
} as const;

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
