import autocannon from 'autocannon';
import { emptyFolder, longestWait, startHub } from './processes.ts';
import type { Finding } from './report.ts';

const seconds = Number(process.env.FAULTS_SECONDS ?? 60);

/** What takes long, each asked for anew every time. */
const dear = (at: number): string[] => [
  `/?text=wort${at}`,
  `/map.png?width=${600 + (at % 1800)}`,
  `/map.svg?text=wort${at}`,
  `/data/projects.xlsx?text=a&order=TITLE&lang=${at % 2 ? 'de' : 'en'}`,
  '/data/projects.csv?order=TITLE',
  '/data/all.zip',
  `/search?text=wort${at}`,
  `/projects/nichts-${at}`,
  `/graphql?query=${encodeURIComponent(`{ a${at}: municipalities(first: 100) { edges { node { peers(first: 1) { totalCount } } } } }`)}`,
];

/** `npm run faults -- stall`: a hundred connections at every door at once, and whoever else asks. */
export async function stallFaults(): Promise<Finding[]> {
  const hub = await startHub({
    DATA_DIR: emptyFolder(),
    LOG_LEVEL: 'error',
    DATABASE_URL: process.env.FAULTS_HUB_DATABASE_URL ?? '',
  });
  try {
    let at = 0;
    const load = autocannon({
      url: hub.url,
      connections: 100,
      duration: seconds,
      timeout: 60,
      // In a thread of its own, else whoever measures waits for who loads.
      workers: 1,
      requests: Array.from({ length: 900 }, () => ({ path: dear(at)[at++ % 9]! })),
    });
    const [live, ready, result] = await Promise.all([
      longestWait(`${hub.url}/healthz`, load),
      longestWait(`${hub.url}/readyz`, load),
      load,
    ]);
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
