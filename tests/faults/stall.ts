import type { Result } from 'autocannon';
import { longestWait, run, startTarget } from './processes.ts';
import type { Finding } from './report.ts';

const seconds = Number(process.env.FAULTS_SECONDS ?? 60);

/** `npm run faults -- stall`: a hundred connections at every door at once, and whoever else asks. */
export async function stallFaults(): Promise<Finding[]> {
  const hub = await startTarget();
  try {
    // Whoever attacks has a machine of his own: here he leaves the processors to whoever wants them as well.
    const attack = run(['tests/faults/load.ts', hub.url, String(seconds)], {}, ['nice', '-n', '10']);
    const [live, ready] = await Promise.all([
      longestWait(`${hub.url}/healthz`, attack.ended),
      longestWait(`${hub.url}/readyz`, attack.ended),
    ]);
    const result = JSON.parse(attack.output()) as Result;
    const refused = result.statusCodeStats?.['503']?.count ?? 0;
    const others = result['5xx'] - refused;
    const finding = (what: string, ms: number, most: number): Finding => ({
      what,
      measured: `${Math.round(ms)} ms at the longest`,
      goal: `at most ${most} ms`,
      held: ms <= most,
    });
    return [
      finding('/healthz answers', live, 100),
      finding('/readyz answers', ready, 1000),
      {
        what: 'every door answers, or says when to come again',
        measured: `${result['2xx']} answers, ${refused} times 503, ${others} other errors, ${result.timeouts} without an answer`,
        goal: 'no other error',
        held: others === 0 && result.timeouts === 0,
      },
    ];
  } finally {
    await hub.stop();
  }
}
