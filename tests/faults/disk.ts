import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  contentOf,
  type Environment,
  emptyFolder,
  outcomeOf,
  projectsOfRegion,
  run,
  startHub,
} from './processes.ts';
import type { Finding } from './report.ts';

/** A disk of its own that can be filled, emptied and made read-only; undefined where this user may not mount one. */
function smallDisk(megabytes: number) {
  const folder = emptyFolder();
  const mount = (...given: string[]) => spawnSync('mount', [...given, folder]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs')) return undefined;
  const filler = join(folder, 'filler');
  return {
    folder,
    /** @param room megabytes that stay free. */
    fill(room = 0) {
      const file = openSync(filler, 'a');
      const piece = Buffer.alloc(65_536);
      try {
        for (;;) writeSync(file, piece);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        truncateSync(filler, statSync(filler).size - room * 1_000_000);
        closeSync(file);
      }
    },
    empty: () => rmSync(filler),
    forbid: () => mount('-o', 'remount,ro'),
    allow: () => mount('-o', 'remount,rw'),
    drop: () => void spawnSync('umount', ['--lazy', folder]),
  };
}

const doors = [
  '/',
  '/projects',
  '/data/projects.csv',
  '/data/contacts.json',
  '/search?q=breitband',
  '/map.json',
];

/** What the doors answer, each asked for what nobody has asked for: 200 for all, else which does not. */
async function answers(url: string, about: string): Promise<string> {
  const statuses = await Promise.all(
    doors.map(async (door) => {
      const response = await fetch(`${url}${door}${door.includes('?') ? '&' : '?'}text=${about}`);
      await response.arrayBuffer();
      return response.status === 200 ? [] : [`${door} ${response.status}`];
    }),
  );
  return statuses.flat().join(', ') || 'all doors answer';
}

const ready = async (url: string) => (await fetch(`${url}/readyz`)).text();

/** Gives a hundred projects of long texts to a catalogue whose disk has room for some of them. */
async function importWithoutRoom(
  disk: NonNullable<ReturnType<typeof smallDisk>>,
  settings: Environment,
): Promise<Finding> {
  const file = join(emptyFolder(), 'projects.csv');
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `disk-${at},Projekt ${at},RUNNING,true,https://hub.example/${at},${'Wort '.repeat(200)}`,
  );
  writeFileSync(file, ['slug,title,status,region_wide,source_url,summary_de', ...rows].join('\n'));
  disk.fill(30);
  const imported = run(['seed/import.ts', file], settings);
  const code = await imported.ended;
  disk.empty();
  const hub = await startHub(settings);
  const { projects } = await contentOf(hub.url);
  await hub.stop();
  const said = imported.output().trim();
  return {
    what: 'an import that does not find room',
    measured: `exit ${code}: ${said.replace(disk.folder, '').slice(0, 200)}; ${projects} projects at the next start`,
    goal: `says in one line which folder is full; ${projectsOfRegion} projects as before`,
    held:
      code === 1 &&
      said.includes('is full') &&
      said.split('\n').length === 1 &&
      projects === projectsOfRegion,
  };
}

/** `npm run faults -- disk`: a disk that is full or read-only, at the start and while the hub serves. */
export async function diskFaults(): Promise<Finding[]> {
  const disk = smallDisk(400);
  if (!disk) return [];
  const settings = {
    DATA_DIR: join(disk.folder, 'data'),
    FILES_DIR: join(disk.folder, 'files'),
    LOG_LEVEL: 'warn',
  };
  const findings: Finding[] = [];
  const start = async (what: string, word: string) => {
    const started = run(['api/server.ts'], settings);
    const { said } = await outcomeOf(started);
    findings.push({
      what,
      measured: said.replace(disk.folder, ''),
      goal: 'serves, or says in one line which folder and why',
      held: said === 'serves' || (said.includes(word) && started.output().trim().split('\n').length === 1),
    });
  };
  try {
    disk.fill();
    await start('a first start on a full disk', 'is full');
    disk.empty();
    await start('the start after that, with room', 'nothing else will do');
    disk.fill();
    await start('a start of a filled catalogue on a full disk', 'is full');
    disk.empty();
    findings.push(await importWithoutRoom(disk, settings));
    disk.forbid();
    await start('a start on a read-only disk', 'is read-only');
    disk.allow();

    const hub = await startHub(settings);
    for (const [what, begin, end] of [
      ['the disk is full', () => disk.fill(), disk.empty],
      ['the disk is read-only', disk.forbid, disk.allow],
    ] as const) {
      begin();
      const served = await answers(hub.url, what.at(-2)!);
      const zip = (await fetch(`${hub.url}/data/all.zip`)).status;
      const told = (await ready(hub.url)).replace(disk.folder, '');
      end();
      await wait(1000);
      const later = (await fetch(`${hub.url}/data/all.zip`)).status;
      const after = await ready(hub.url);
      findings.push({
        what: `${what} under a hub that serves`,
        measured: `${served}; /data/all.zip ${zip}, /readyz: ${told}; with room: ${later}, ${after}`,
        goal: 'all answer, the archive 200 or 503, told; then as before',
        held: served === 'all doors answer' && [200, 503].includes(zip) && later === 200 && after === 'ready',
      });
    }
    await hub.stop();
    return findings;
  } finally {
    disk.drop();
  }
}
