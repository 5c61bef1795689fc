import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../api/database/lock.ts';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'lock-'));

describe('the lock of a database folder', () => {
  it('refuses a second owner with the process id of the first and what to do', () => {
    const folder = emptyFolder();
    lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(
      `The database folder ${folder} is in use by process ${process.pid}. Stop that process, or set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server, which several processes can share.`,
    );
  });

  it('refuses while another process lives, and is taken over once it is dead', async () => {
    const folder = emptyFolder();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(join(folder, 'hub.lock'), `${other.pid}\n`);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${other.pid}.`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const release = lockFolder(folder);
    expect(readFileSync(join(folder, 'hub.lock'), 'utf8')).toBe(`${process.pid}\n`);
    release();
    expect(existsSync(join(folder, 'hub.lock'))).toBe(false);
  });

  it('of an earlier life with our own process id is taken over', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'hub.lock'), `${process.pid}\n`);
    expect(() => lockFolder(folder)()).not.toThrow();
  });

  it('can be taken again after its release', () => {
    const folder = emptyFolder();
    lockFolder(folder)();
    expect(() => lockFolder(folder)()).not.toThrow();
  });
});
