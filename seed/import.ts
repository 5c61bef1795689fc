/**
 * `npm run import` (or `npm run import -- --region NAME`, or `npm run import -- FILES OR FOLDERS`): brings the
 * CSV and XLSX files of a region, or others of the same names, into the catalogue. With `--dry-run` it writes
 * nothing and tells what would change. Exit code 1 with every mistake on standard error.
 */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readRegion } from '../api/catalogue/region/region.ts';
import type { Change, Committed } from '../api/curation/commit-revision.ts';
import { openDatabase } from '../api/database/open-database.ts';
import { OperatorError } from '../api/errors.ts';
import { importFiles } from '../api/imports/import-files.ts';
import { ImportErrors } from '../api/imports/problem.ts';
import { environmentWithFile, readSettings, SettingsError } from '../api/settings.ts';

const counts = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers)
    .map(([entity, count]) => `${count} ${entity}`)
    .join(', ') || 'nothing';

export const report = ({ revision, added, changed }: Committed): string =>
  revision === null
    ? 'Nothing has changed.'
    : `Revision ${revision}: added ${counts(added)}; changed ${counts(changed)}.`;

/** A change in one line: what is added, or each column with its value before and after. */
export function describeChange({ entity, key, before, after }: Change): string {
  if (!before) return `${entity} ${key}: new`;
  const columns = Object.keys(after).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  );
  const differences = columns.map(
    (column) => `${column} ${JSON.stringify(before[column])} -> ${JSON.stringify(after[column])}`,
  );
  return `${entity} ${key}: ${differences.join('; ')}`;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { region: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length > 0 && values.region !== undefined)
      throw new SettingsError('Files or one --region, not both.');
    return { region: values.region, paths: positionals, dryRun: values['dry-run'] };
  } catch (error) {
    throw new SettingsError((error as Error).message);
  }
}

async function main() {
  const { region, paths: given, dryRun } = readArguments();
  const settings = readSettings(environmentWithFile(process.env));
  const paths = given.length > 0 ? given : [readRegion(region ?? settings.REGION).folder];
  for (const path of paths)
    if (!existsSync(path)) throw new SettingsError(`There is no file or folder ${path}.`);
  const database = await openDatabase(settings);
  try {
    const changes: Change[] = [];
    const committed = await importFiles(database, paths, {
      actor: 'import',
      // The names alone: the history is public, the paths of this machine are not.
      message: `Import of ${paths.map((path) => basename(resolve(path))).join(', ')}`,
      dryRun,
      onChange: (change) => changes.push(change),
    });
    const lines = dryRun
      ? [...changes.map(describeChange), ...(changes.length > 0 ? [] : ['Nothing would change.'])]
      : [report(committed)];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await database.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().then(
    // The schema engine leaves a timer behind that would keep the process for ten seconds.
    () => process.exit(0),
    (error: unknown) => {
      const plain = [ImportErrors, OperatorError].some((kind) => error instanceof kind);
      console.error(plain ? (error as Error).message : error);
      process.exit(1);
    },
  );
