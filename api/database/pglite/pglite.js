/**
 * PGlite in a thread of its own, which reads JavaScript only: the database of a folder answers what is written to it
 * in PostgreSQL's protocol. Bytes come in and go out as they would through a socket; `close` ends it in order.
 */
// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { DurableFiles } from './durable-files.js';

const startParams = [
  ...PGlite.defaultStartParams,
  // They take memory of ours from the start on, full or not; what is read lies in the system's cache as well.
  ...['-c', 'shared_buffers=32MB'],
  // Beyond this much log a statement waits for a checkpoint, which nobody makes before the database is closed.
  ...['-c', 'max_wal_size=1TB'],
];

/** @type {{ folder: string, program: WebAssembly.Module }} */
const { folder, program } = workerData;
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const pglite = await PGlite.create({
  fs: new DurableFiles(folder),
  pgliteWasmModule: program,
  extensions: { pg_trgm },
  startParams,
});

/**
 * The first message of a connection has no letter, and its length is short. PGlite has one session: what the
 * connection before has left in it goes.
 * @param {Uint8Array} bytes
 */
const isFirst = (bytes) => bytes[0] === 0;

/** @param {Uint8Array | 'close'} message */
async function answer(message) {
  if (message === 'close') {
    await pglite.close();
    process.exit(0);
  }
  if (isFirst(message)) {
    await pglite.exec('ROLLBACK');
    await pglite.exec('DISCARD ALL');
  }
  const { data } = await pglite.execProtocol(message, { throwOnError: false });
  if (data.length > 0) port.postMessage(data);
}

let turn = Promise.resolve();
port.on('message', (message) => {
  turn = turn.then(() => answer(message));
});
port.postMessage('open');
