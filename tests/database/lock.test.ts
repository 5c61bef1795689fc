import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderError } from '../../api/database/folder.ts';
import { beatUnlessBeating } from '../../api/database/heartbeat.ts';
import { FolderInUseError, lockFolder } from '../../api/database/lock.ts';
import { hasNamespaces, otherNamespace } from '../faults/namespaces.ts';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'lock-'));

/** Another process that has the lock once it says so. */
async function holder(folder: string) {
  const lock = new URL('../../api/database/lock.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import('${lock}'); await lockFolder('${folder}'); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of a database folder', () => {
  it('refuses a second owner with the process of the first and what to do', async () => {
    const folder = emptyFolder();
    await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    await expect(lockFolder(folder)).rejects.toThrow(
      `The database folder ${folder} is in use by process ${process.pid} on ${hostname()}. Stop that process, or set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server, which several processes can share.`,
    );
  });

  it('refuses while another process lives, and is free as soon as it is killed', async () => {
    const folder = emptyFolder();
    const other = await holder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${other.pid} on`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid} on`);
    release();
  });

  it.each([process.pid, process.ppid])('goes by no number that was left behind: %s', async (pid) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'hub.lock'), `${pid}\n`);
    expect(await lockFolder(folder)).toBeTypeOf('function');
  });

  // Not every machine lets us make one.
  if (hasNamespaces())
    it('holds for another container', async () => {
      const folder = emptyFolder();
      const release = await lockFolder(folder);
      const script = `import('${new URL('../../api/database/lock.ts', import.meta.url).href}').then(({ lockFolder }) => lockFolder('${folder}')).then(() => console.log('locked'), (error) => console.log(process.pid < 10, error.name));`;
      const [command = '', ...given] = [...otherNamespace, process.execPath, '--import', 'tsx', '-e', script];
      const look = () => spawnSync(command, given, { encoding: 'utf8' }).stdout;
      expect(look()).toBe('true FolderInUseError\n');
      release();
      expect(look()).toBe('locked\n');
    });

  it('can be taken again after its release', async () => {
    const folder = emptyFolder();
    (await lockFolder(folder))();
    expect(await lockFolder(folder)).toBeTypeOf('function');
  });

  it('says what is wrong where there can be no folder', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    await expect(lockFolder(file)).rejects.toThrow(new FolderError(`The folder ${file} is no folder.`));
  });
});

describe('a heartbeat, where the system has no locks', () => {
  it('refuses a second owner while the first lives, and then not', async () => {
    const file = join(emptyFolder(), 'beat');
    const end = await beatUnlessBeating(file);
    expect(end).toBeTypeOf('function');
    expect(await beatUnlessBeating(file)).toBeUndefined();
    end?.();
    const again = await beatUnlessBeating(file);
    expect(again).toBeTypeOf('function');
    again?.();
  });

  it('that is left behind does not beat', async () => {
    const file = join(emptyFolder(), 'beat');
    writeFileSync(file, 'somebody');
    const end = await beatUnlessBeating(file);
    expect(end).toBeTypeOf('function');
    end?.();
    rmSync(file, { force: true });
  });
});
