import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../../database/folder.ts';
import { lockFile } from '../../database/lock.ts';

const prefix = 'digitale-wege-files-';
const suffix = '.lock';
const own = new Set<string>();

/**
 * A new folder that nobody else reads and that goes with the process. What processes that were killed have left
 * behind in the same place goes too: each holds the lock that lies beside its folder.
 * @throws OperatorError where nothing can be written there.
 */
export const makeOwnFolder = (parent: string): Promise<string> =>
  inFolder(parent, async () => {
    for (const name of readdirSync(parent))
      if (name.startsWith(prefix) && name.endsWith(suffix))
        await removeLeft(join(parent, name.slice(0, -suffix.length)));
    const folder = join(parent, prefix + randomUUID());
    // Whoever tidies up at this moment may have it: then it is no longer there.
    if (!(await lockFile(folder + suffix))) return makeOwnFolder(parent);
    mkdirSync(folder);
    if (own.size === 0) process.once('exit', () => [...own].forEach(remove));
    own.add(folder);
    return folder;
  });

async function removeLeft(folder: string) {
  const release = await lockFile(folder + suffix);
  if (!release) return;
  remove(folder);
  release();
}

function remove(folder: string) {
  rmSync(folder, { recursive: true, force: true });
  rmSync(folder + suffix, { force: true });
}
