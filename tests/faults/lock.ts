import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasNamespaces, otherNamespace } from './namespaces.ts';
import {
  contentOf,
  emptyFolder,
  outcomeOf,
  projectsOfRegion,
  type Run,
  type RunningHub,
  run,
  startHub,
} from './processes.ts';
import type { Finding } from './report.ts';

/** A second process may not come in, and the first goes on as before. */
async function refused(what: string, first: RunningHub, second: Run): Promise<Finding> {
  const before = await contentOf(first.url);
  const { said } = await outcomeOf(second);
  const after = await contentOf(first.url);
  const held =
    said.startsWith('exit 1') && said.includes('is in use by') && after.revision === before.revision;
  return { what, measured: said.slice(0, 120), goal: 'refused in words', held };
}

/** `npm run faults -- lock`: two processes and one folder. */
export async function lockFaults(): Promise<Finding[]> {
  const findings: Finding[] = [];
  const folder = emptyFolder();
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'warn' };
  let hub = await startHub(settings);

  findings.push(await refused('a second process is refused', hub, run(['seed/import.ts'], settings)));
  if (hasNamespaces())
    for (const program of ['seed/import.ts', 'api/server.ts'])
      findings.push(
        await refused(
          `${program} in another pid namespace is refused`,
          hub,
          run([program], settings, otherNamespace),
        ),
      );

  let served = 0;
  const kills = 5;
  for (let kill = 0; kill < kills; kill++) {
    await hub.stop('SIGKILL');
    hub = await startHub(settings);
    if ((await contentOf(hub.url)).projects === projectsOfRegion) served++;
  }
  findings.push({
    what: 'a start at once after kill -9 serves',
    measured: `${served} of ${kills}`,
    goal: 'all',
    held: served === kills,
  });
  await hub.stop();

  // After a reboot the number that was ours is somebody else's: here that of the process that runs this script.
  writeFileSync(join(folder, 'hub.lock'), `${process.pid}\n`);
  const again = await outcomeOf(run(['api/server.ts'], settings));
  findings.push({
    what: 'a lock left behind with a number that lives again is no lock',
    measured: again.said.slice(0, 120),
    goal: 'serves',
    held: again.served,
  });
  if (hasNamespaces()) findings.push(await readOnlyFolder());
  return findings;
}

async function readOnlyFolder(): Promise<Finding> {
  const folder = emptyFolder();
  const bind = `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder} && exec "$0" "$@"`;
  const started = run(['api/server.ts'], { DATA_DIR: join(folder, 'data') }, [
    'unshare',
    '--mount',
    'sh',
    '-c',
    bind,
  ]);
  const { said } = await outcomeOf(started);
  return {
    what: 'a read-only folder is told in words',
    measured: said.slice(0, 120),
    goal: 'one line that names the folder',
    held:
      started.output().trim().split('\n').length === 1 && said.includes(folder) && said.includes('read-only'),
  };
}
