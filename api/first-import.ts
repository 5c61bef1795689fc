import { operator } from './access/actor.ts';
import { readRegion } from './catalogue/region/region.ts';
import { openDatabase } from './database/open-database.ts';
import { fail } from './fail.ts';
import { importFolder } from './imports/import-files.ts';
import { openLog } from './log.ts';
import { environmentWithFile, readSettings } from './settings/settings.ts';

/**
 * Brings the region of the settings into its empty catalogue, for the hub that has started this process: what an
 * import takes of memory goes with it, and it goes with the hub.
 */
async function importFirst() {
  process.on('disconnect', () => process.exit(1));
  const settings = readSettings(environmentWithFile(process.env));
  const region = readRegion(settings.REGION);
  const log = openLog(settings.LOG_LEVEL);
  const database = await openDatabase(settings, log);
  const message = `First import of ${region.name.de}`;
  const { revision } = await importFolder(database, region.folder, { message }, operator('start'));
  log.info({ region: region.slug, revision }, 'Imported the region into the empty catalogue');
  await database.close();
  process.exit();
}

importFirst().catch(fail);
