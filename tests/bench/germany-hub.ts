/** A hub of all Germany; REGIONS is the folder that holds the region, DATA_DIR the one for its database. */
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { thePublic } from '../../api/catalogue/model/visibility.ts';
import { readRegion } from '../../api/catalogue/region/region.ts';
import { openDatabase } from '../../api/database/open-database.ts';
import { importFolder } from '../../api/imports/import-files.ts';
import { readSettings } from '../../api/settings/settings.ts';

const settings = readSettings(process.env);
const region = readRegion('deutschland', process.env.REGIONS);
const database = await openDatabase(settings);
if ((await database.revision.current()).number === 0)
  await importFolder(database, region.folder, { message: 'Germany' });
const app = createApp({
  database,
  settings,
  region,
  log: pino({ level: settings.LOG_LEVEL }),
  viewer: thePublic,
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`http://localhost:${port}\n`);
});
process.on('SIGTERM', () => void database.close().then(() => process.exit(0)));
