import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hub } from '../hub.ts';
import type { SettingName } from '../settings.ts';

/** All that an answer is made of beside the catalogue, as paths from the top of the checkout. */
const sources = ['api', 'map-widget', 'package.json', 'package-lock.json'];

/** Where and how the hub runs: processes that differ in nothing else give the same answers. */
const aboutTheProcess: ReadonlySet<string> = new Set<SettingName>([
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATA_DIR',
  'FILES_DIR',
  'FILES_MAX_MB',
  'ANSWER_CACHE_MB',
  'IMPORT_AT_START',
  'LOG_LEVEL',
]);

/**
 * Changes with everything that shapes an answer and is not in the database: the code and its texts, the widget,
 * the libraries, the region's folder, the settings, and Node with its words for numbers and dates.
 */
export function releaseOf({ region, settings }: Pick<Hub, 'region' | 'settings'>): string {
  const hash = createHash('sha256')
    .update(codeHash())
    .update(hashOf(region.folder, ['.']));
  for (const [name, value] of Object.entries(settings))
    if (!aboutTheProcess.has(name)) hash.update(`\n${name}=${value}`);
  return hash.digest('hex');
}

let known: string | undefined;
/** The code does not change while it runs. */
const codeHash = () => {
  known ??= hashOf(fileURLToPath(new URL('../../', import.meta.url)), sources) + process.version;
  return known;
};

/** Changes with the name and the content of every file at these paths under `root`, and not with where that lies. */
export function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const children = filesIn(join(root, path));
    if (children) for (const name of children) add(join(path, name));
    else hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/** The names in a folder in a fixed order; undefined for a file. */
function filesIn(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
