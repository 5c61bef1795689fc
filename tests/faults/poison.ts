import { rawRequest } from '../support/raw-request.ts';
import { emptyFolder, startHub } from './processes.ts';
import type { Finding } from './report.ts';

const query = `/graphql?query=${encodeURIComponent('{ project(slug: "frelo-leihraeder") { url } }')}`;
const paths = [
  query,
  '/',
  '/projects/frelo-leihraeder',
  '/sitemap.xml',
  '/data/projects.csv',
  '/catalog.ttl',
];

/** What is sent so that others read the name of a host that is not ours. */
const poisons: Readonly<Record<string, (path: string) => string[]>> = {
  'a target with a host of its own': (path) => [
    `GET http://evil.example${path} HTTP/1.1`,
    'Host: hub.example',
  ],
  'two hosts': (path) => [`GET ${path} HTTP/1.1`, 'Host: hub.example', 'Host: evil.example'],
  'another host': (path) => [`GET ${path} HTTP/1.1`, 'Host: evil.example'],
  'a forwarded host': (path) => [
    `GET ${path} HTTP/1.1`,
    'Host: hub.example',
    'X-Forwarded-Host: evil.example',
    'Forwarded: host=evil.example',
  ],
};

/** `npm run faults -- poison`: what one sends is never in what another reads; without PUBLIC_URL, as it comes. */
export async function poisonFaults(): Promise<Finding[]> {
  const hub = await startHub({ DATA_DIR: emptyFolder(), LOG_LEVEL: 'warn' });
  const port = Number(new URL(hub.url).port);
  const ask = (lines: readonly string[]) => rawRequest(port, [...lines, 'Connection: close']);
  try {
    const findings: Finding[] = [];
    for (const [what, lines] of Object.entries(poisons)) {
      let poisoned = 0;
      for (const path of paths) {
        await ask(lines(path));
        const { status, body } = await ask([`GET ${path} HTTP/1.1`, 'Host: hub.example']);
        if (status !== 200 || body.includes('evil.example')) poisoned++;
      }
      findings.push({
        what: `${what} leaves nothing behind`,
        measured: `${poisoned} of ${paths.length} answers`,
        goal: 'none',
        held: poisoned === 0,
      });
    }
    return findings;
  } finally {
    await hub.stop();
  }
}
