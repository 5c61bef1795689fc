/**
 * Makes the files of a new database, in a thread of its own, which reads JavaScript only: making takes several times
 * the memory of opening, all of which goes with the thread.
 */
// @ts-check
import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite makes a database in whatever files it has, to pack it and unpack it into another's. Where these are files
 * of the disk, all is done when it begins to pack.
 */
class Files extends NodeFS {
  /** @override @returns {Promise<File>} */
  async dumpTar() {
    process.exit(0);
  }
}

/** @type {{ folder: string }} */
const { folder } = workerData;
await PGlite.create({ fs: new Files(folder) });
throw new Error('PGlite has not told when the database was made.');
