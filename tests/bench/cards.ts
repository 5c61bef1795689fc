import type { Browser } from 'playwright-core';
import { median } from './load.ts';
import { milliseconds, type Result } from './report.ts';

/** What a clerk of Sexau asks about. */
const subjects = ['e-Akte', 'Elternportal', 'Online-Bürgerdienste', 'Glasfaser', 'Open Data'];

/** How long after the choice the cards are there, on a phone: from the key that ends it to the frame with the first. */
export async function cardsBench(browser: Browser, url: string): Promise<Result> {
  const waited: number[] = [];
  for (const subject of subjects) {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(url);
    await page.getByRole('combobox', { name: 'Ihre Gemeinde' }).fill('Sexau');
    await page.getByRole('combobox', { name: 'Worum geht es?' }).fill(subject);
    // Fingers rest, and what the municipality alone asks for has come.
    await page.waitForTimeout(1000);
    await page.evaluate(`globalThis.waited = new Promise((resolve) => {
      const { shadowRoot } = document.querySelector('digitale-wege-map');
      const card = () => shadowRoot.querySelector('.card');
      const before = card();
      document.addEventListener('keydown', () => {
        const begun = performance.now();
        const look = () => {
          if (card() && card() !== before) setTimeout(() => resolve(performance.now() - begun));
          else requestAnimationFrame(look);
        };
        look();
      }, true);
    }); 0`);
    await page.keyboard.press('Enter');
    waited.push((await page.evaluate('globalThis.waited')) as number);
    await page.close();
  }
  return {
    what: 'cards there after the choice',
    value: median(waited),
    unit: 'ms',
    goal: 100,
    better: 'less',
    details: `median of ${waited.length}, longest ${milliseconds(Math.max(...waited))}`,
  };
}
