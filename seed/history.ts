/** `npm run history -- projects KEY`: what happened to one record, the oldest first, with personal data. */
import { parseArgs } from 'node:util';
import { operator } from '../api/access/actor.ts';
import { readHistory } from '../api/curation/history.ts';
import { SettingsError } from '../api/settings/settings.ts';
import { readArguments, readEntity, runCommand, withDatabase } from './command.ts';
import { describeChange } from './describe.ts';

const usage = 'npm run history -- ENTITY KEY';

await runCommand(async (settings) => {
  const { positionals } = readArguments(usage, () => parseArgs({ allowPositionals: true, options: {} }));
  const [given, key, ...more] = positionals;
  const entity = readEntity(given, usage);
  if (!key || more.length > 0) throw new SettingsError(`One key of ${entity} is needed.\n${usage}`);
  const entries = await withDatabase(settings, (database) =>
    readHistory(database, operator('history'), entity, key),
  );
  if (entries.length === 0) throw new SettingsError(`${entity} ${key}: the history knows nothing of it.`);
  return entries
    .map((entry) => {
      const { number, at, actor, message } = entry;
      return `${number}  ${at.toISOString()}  ${actor}: ${message}\n    ${describeChange({ entity, key, ...entry })}\n`;
    })
    .join('');
});
