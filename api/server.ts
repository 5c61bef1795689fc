import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readRegion } from './catalogue/region/region.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { fail } from './fail.ts';
import { openLog } from './log.ts';
import { missingOfOperator } from './publishing/operator.ts';
import { environmentWithFile, readSettings, startedByNpm } from './settings/settings.ts';

/** How long running requests may take to finish once the hub is told to stop. */
const stopWithinMs = 10_000;

/**
 * `npm start` sets how large the young generation is: nearly all that a request makes is gone with its answer. And how
 * large the old one may become: above 2 GB, V8 lets it grow to four times what is in use before it looks, else to two.
 */
async function start() {
  const settings = readSettings(environmentWithFile(process.env));
  // Nobody may read it, or its disk be full.
  process.stdout.on('error', () => {});
  const log = openLog(settings.LOG_LEVEL);
  const region = readRegion(settings.REGION);

  let stopping = false;
  let server: Server | undefined;
  let database: Database | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping: running requests finish, then the database closes');
    await closeServer(server);
    // A database that is still being opened may be left at any moment.
    await database?.close();
    log.info('Stopped');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (startedByNpm(process.env)) onParentGone(() => stop('SIGTERM'));

  database = await openDatabase(settings, log);

  if (settings.IMPORT_AT_START && (await database.revision.current()).number === 0) {
    await database.close();
    database = undefined;
    await importFirst();
    database = await openDatabase(settings, log);
  }

  const missing = missingOfOperator(settings);
  if (missing.length > 0)
    log.warn(
      { missing },
      'The imprint and the privacy page do not say who runs the hub; set it before it is public',
    );

  // Loaded only now: by then the memory that making a database takes is given back.
  const { createHubServer } = await import('./app.ts');
  const listening = createHubServer({ database, settings, region, log });
  server = listening;
  listening.listen(settings.PORT, settings.HOST, () => {
    const { port } = listening.address() as AddressInfo;
    const base = settings.PUBLIC_URL || `http://localhost:${port}`;
    process.stdout.write(
      `\n${region.title.de}\n  Map      ${base}/\n  GraphQL  ${base}/graphql\n  Data     ${base}/data\n  (database: ${database.description})\n\n`,
    );
  });
  server.on('error', (error) => fail(error));
}

/** In a process of its own: what an import takes of memory goes with it. Where it fails, it has told why. */
async function importFirst() {
  const [code] = await once(fork(fileURLToPath(new URL('first-import.ts', import.meta.url))), 'exit');
  if (code !== 0) process.exit(1);
}

/** A SIGTERM to npm ends the shell that it runs us in, and reaches us only as another parent. */
function onParentGone(stop: () => void) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

/** No new requests; running ones finish, but not for longer than allowed. */
function closeServer(server: Server | undefined): Promise<void> {
  if (!server) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

start().catch(fail);
