import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { cardsBench } from './cards.ts';
import { median, startServer } from './load.ts';
import { servePages } from './map-pages.ts';
import { milliseconds, type Result } from './report.ts';

/** Milliseconds in which a new window has come to rest. */
const settled = 1000;

/** Milliseconds since the page was asked for. */
type Seen = { readonly painted: number; readonly ready: number };

/** The map of the widget against a bare Leaflet map of the same boundaries, each time in an empty browser. */
export async function mapBench({ rounds }: { rounds: number }): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-map-'));
  const hub = await startServer('../../api/server.ts', { DATA_DIR: folder, DATABASE_URL: '' });
  const browser = await launchBrowser();
  try {
    const { boundaries } = (await (await fetch(`${hub.url}/map.json`)).json()) as { boundaries: string };
    const pages = await servePages(hub.url, boundaries);
    const seen = { widget: [] as Seen[], bare: [] as Seen[] };
    // The first rounds warm up, and do not count.
    for (let round = -2; round < rounds * 5; round += 1)
      for (const name of ['bare', 'widget'] as const) {
        const one = await look(browser, `${pages.url}/${name}`);
        if (round >= 0) seen[name].push(one);
      }
    await pages.stop();
    const bare = median(seen.bare.map(({ painted }) => painted));
    const cards = await cardsBench(browser, hub.url);
    const views = (['painted', 'ready'] as const).map((moment): Result => {
      const widget = median(seen.widget.map((one) => one[moment]));
      return {
        what: `map ${moment}, against a bare Leaflet page`,
        ratio: widget / bare,
        goal: 1.3,
        better: 'less',
        details: `${milliseconds(widget)} against ${milliseconds(bare)}`,
      };
    });
    return [...views, cards];
  } finally {
    await browser.close();
    await hub.stop();
    rmSync(folder, { recursive: true });
  }
}

async function look(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 } });
  const page = await context.newPage();
  await page.addInitScript({ path: fileURLToPath(new URL('watch-map.js', import.meta.url)) });
  // The page tells by itself: to ask it while it loads would take its time.
  let tell: (seen: Seen) => void;
  const told = new Promise<Seen>((resolve) => (tell = resolve));
  await page.exposeFunction('tell', (seen: Seen) => tell(seen));
  // A new window builds itself beside the page.
  await page.waitForTimeout(settled);
  await page.goto(url);
  const seen = await told;
  await context.close();
  return seen;
}
