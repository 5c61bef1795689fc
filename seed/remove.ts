/**
 * `npm run remove -- projects KEY… --message "Why"`: takes records out of the catalogue. Their addresses answer 410 from
 * then on, and feeds and `changes` tell of it; the history keeps them. With `--dry-run` it writes nothing.
 */
import { parseArgs } from 'node:util';
import { operator } from '../api/access/actor.ts';
import { applyChanges } from '../api/curation/apply-changes.ts';
import { SettingsError } from '../api/settings/settings.ts';
import { readArguments, readEntity, runCommand, withDatabase } from './command.ts';
import { describeChange, report } from './describe.ts';

const usage = 'npm run remove -- ENTITY KEY… --message "Why" [--dry-run]';

await runCommand(async (settings) => {
  const { values, positionals } = readArguments(usage, () =>
    parseArgs({
      allowPositionals: true,
      options: { message: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    }),
  );
  const { message, 'dry-run': dryRun } = values;
  const [given, ...keys] = positionals;
  const entity = readEntity(given, usage);
  if (keys.length === 0) throw new SettingsError(`Keys of ${entity} are missing.\n${usage}`);
  if (!message) throw new SettingsError(`--message is missing: the history tells why.\n${usage}`);

  return withDatabase(settings, async (database) => {
    const told: string[] = [];
    const changes = [...new Set(keys)].map((key) => ({ entity, key, remove: true }) as const);
    const applied = await applyChanges(database, operator('remove'), changes, {
      message,
      dryRun,
      onDifference: (difference) => told.push(describeChange(difference)),
    });
    return `${dryRun ? told.join('\n') : report(applied)}\n`;
  });
});
