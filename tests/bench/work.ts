import { existsSync, readFileSync } from 'node:fs';
import { connected } from './database.ts';

/** The ticks in which /proc counts, in milliseconds. */
const tick = 10;

/** How long a process has worked, in milliseconds of a core. */
export function workOf(pid: number): number {
  const [, state = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = state.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * tick;
}

/** How long each process of a PostgreSQL server on this machine has worked for a database; none of one elsewhere. */
export async function workOfDatabase(url: string | undefined): Promise<Map<number, number>> {
  if (!url) return new Map();
  const { rows } = await connected(url, (client) =>
    client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  );
  const here = rows.filter(
    ({ pid }) =>
      existsSync(`/proc/${pid}/comm`) && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres'),
  );
  return new Map(here.map(({ pid }) => [pid, workOf(pid)]));
}

/** What all of them have worked since then. */
export const workSince = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, work]) => sum + work - (before.get(pid) ?? 0), 0);
