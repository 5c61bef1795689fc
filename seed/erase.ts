/**
 * `npm run erase -- contacts KEY`: erases a contact as if it had never been, from catalogue, search, history, caches and
 * made files. Nothing brings it back. With `--dry-run` it writes nothing and tells what would be erased.
 */
import { parseArgs } from 'node:util';
import { operator } from '../api/access/actor.ts';
import { type Erased, eraseContact } from '../api/curation/erase.ts';
import { SettingsError } from '../api/settings/settings.ts';
import { readArguments, readEntity, runCommand, withDatabase } from './command.ts';

const usage = 'npm run erase -- contacts KEY [--dry-run]';

await runCommand(async (settings) => {
  const { values, positionals } = readArguments(usage, () =>
    parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } }),
  );
  const [given, key, ...more] = positionals;
  const entity = readEntity(given, usage);
  if (entity !== 'contacts')
    throw new SettingsError(`${entity} are no personal data; npm run remove takes them out.\n${usage}`);
  if (!key || more.length > 0) throw new SettingsError(`One key of contacts is needed.\n${usage}`);
  const dryRun = values['dry-run'];
  const erased = await withDatabase(settings, (database) =>
    eraseContact(database, operator('erase'), key, { dryRun }),
  );
  return tell(erased);
});

/** The key itself is not repeated: what a command prints may be kept somewhere. */
function tell({ revision, wasThere, revisions, referring }: Erased): string {
  const [erased, have] =
    revision === null ? ['Would erase', 'would have'] : [`Revision ${revision}: erased`, 'have'];
  const lines = [
    `${erased} ${wasThere ? 'the contact and ' : ''}what ${revisions} revisions tell of it.`,
    ...(referring.length > 0
      ? [`No contact ${have} now: ${referring.map(({ entity, key }) => `${entity} ${key}`).join(', ')}.`]
      : []),
    'Files that you keep and import, and backups, may still hold it: take it out there as well.',
  ];
  return `${lines.join('\n')}\n`;
}
