/**
 * `npm run import` (or `npm run import -- --region NAME`, or `npm run import -- FILES OR FOLDERS`): brings the
 * CSV and XLSX files of a region, or others of the same names, into the catalogue. With `--dry-run` it writes
 * nothing and tells what would change. Exit code 1 with every mistake on standard error. Memory grows with the
 * records of a file; the command has V8 collect garbage early, which halves it and takes a seventh more of time.
 */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRegion } from '../api/catalogue/region/region.ts';
import { importFiles } from '../api/imports/import-files.ts';
import { SettingsError } from '../api/settings/settings.ts';
import { readArguments, runCommand, withDatabase } from './command.ts';
import { describeChange, report } from './describe.ts';

const usage = 'npm run import -- [--dry-run] [--region NAME | FILES OR FOLDERS]';

await runCommand(async (settings) => {
  const { values, positionals } = readArguments(usage, () =>
    parseArgs({
      allowPositionals: true,
      options: { region: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    }),
  );
  const { region, 'dry-run': dryRun } = values;
  if (positionals.length > 0 && region !== undefined)
    throw new SettingsError('Files or one --region, not both.');
  const paths = positionals.length > 0 ? positionals : [readRegion(region ?? settings.REGION).folder];
  for (const path of paths)
    if (!existsSync(path)) throw new SettingsError(`There is no file or folder ${path}.`);

  return withDatabase(settings, async (database) => {
    const told: string[] = [];
    const applied = await importFiles(database, paths, {
      // The names alone: the history is public, the paths of this machine are not.
      message: `Import of ${paths.map((path) => basename(resolve(path))).join(', ')}`,
      dryRun,
      ...(dryRun && { onDifference: (difference) => told.push(describeChange(difference)) }),
    });
    if (!dryRun) return `${report(applied)}\n`;
    return `${told.length > 0 ? told.join('\n') : 'Nothing would change.'}\n`;
  });
});
