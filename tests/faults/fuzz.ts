import { type Described, faultOf, oddRequests } from './odd-requests.ts';
import { startTarget } from './processes.ts';
import type { Finding } from './report.ts';

const requests = Number(process.env.FAULTS_REQUESTS ?? 50_000);
const atOnce = 8;

/** `npm run faults -- fuzz`: every bound and every odd character at every parameter and argument. */
export async function fuzzFaults(): Promise<Finding[]> {
  const hub = await startTarget();
  try {
    const described = (await (await fetch(`${hub.url}/openapi.json`)).json()) as Described;
    const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2 ** 31);
    const odd = oddRequests(described, seed);
    const faults = new Map<string, string>();
    const statuses = new Map<number, number>();
    let sent = 0;
    const send = async () => {
      while (sent++ < requests) {
        const { path, init } = odd.next().value;
        const asked = `${path.slice(0, 300)} ${String(init.body ?? '').slice(0, 600)}`;
        try {
          const response = await fetch(hub.url + path, { ...init, redirect: 'manual' });
          const fault = faultOf(response.status, await response.text());
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (fault) faults.set(fault, asked);
        } catch (error) {
          faults.set(`no answer: ${(error as Error).cause ?? error}`, asked);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, send));
    const log = hub.output().split('\n');
    for (const [fault, asked] of faults) {
      // An internal error is told by its number; what it was stands in the log.
      const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(fault)?.[0];
      const cause = id ? log.find((line) => line.includes(id)) : undefined;
      process.stdout.write(`${fault}\n  ${asked}\n  ${cause ?? ''}\n`);
    }
    const counted = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    return [
      {
        what: `${requests} odd requests (seed ${seed}) have an answer that is not ours to blame`,
        measured: `${faults.size} faults; ${counted.join(', ')}`,
        goal: 'no fault',
        held: faults.size === 0,
      },
    ];
  } finally {
    await hub.stop();
  }
}
