/**
 * `npm run import` (or `npm run import -- --region NAME`, or `npm run import -- FOLDER`): brings the CSV files
 * of a region, or of a folder with files of the same names, into the catalogue. Exit code 1 with every mistake
 * on standard error.
 */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readRegion } from '../api/catalogue/region.ts';
import type { Committed } from '../api/curation/commit-revision.ts';
import { importFolder } from '../api/curation/import-folder.ts';
import { ImportErrors } from '../api/curation/problem.ts';
import { FolderInUseError } from '../api/database/lock.ts';
import { openDatabase } from '../api/database/open-database.ts';
import { environmentWithFile, readSettings, SettingsError } from '../api/settings.ts';

const counts = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers)
    .map(([entity, count]) => `${count} ${entity}`)
    .join(', ') || 'nothing';

export const report = ({ revision, added, changed }: Committed): string =>
  revision === null
    ? 'Nothing has changed.'
    : `Revision ${revision}: added ${counts(added)}; changed ${counts(changed)}.`;

function readArguments(): { readonly region?: string | undefined; readonly folder?: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { region: { type: 'string' } },
    });
    if (positionals.length + Number(values.region !== undefined) > 1)
      throw new SettingsError('One folder or one --region, not several.');
    return { region: values.region, folder: positionals[0] };
  } catch (error) {
    throw new SettingsError((error as Error).message);
  }
}

async function main() {
  const { region, folder: given } = readArguments();
  const settings = readSettings(environmentWithFile(process.env));
  const folder = given ?? readRegion(region ?? settings.REGION).folder;
  if (!existsSync(folder)) throw new SettingsError(`There is no folder ${folder}.`);
  const database = await openDatabase(settings);
  try {
    const committed = await importFolder(database, folder, {
      actor: 'import',
      // The name alone: the history is public, the paths of this machine are not.
      message: `Import of ${basename(resolve(folder))}`,
    });
    process.stdout.write(`${report(committed)}\n`);
  } finally {
    await database.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().then(
    // The schema engine leaves a timer behind that would keep the process for ten seconds.
    () => process.exit(0),
    (error: unknown) => {
      const plain = [ImportErrors, SettingsError, FolderInUseError].some((kind) => error instanceof kind);
      console.error(plain ? (error as Error).message : error);
      process.exit(1);
    },
  );
