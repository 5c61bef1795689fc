import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The rules whose answer hangs on colours; all others find the same on a page that has turned dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds on a page as it stands, in its frames and in the widget: the rule and the first element. */
export async function axeFinds(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Through the debugger, which the policies of the pages do not bind.
  for (const frame of page.frames()) await frame.evaluate(axe);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as never as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run(runOnly.length > 0 ? { runOnly } : {});
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    [...rules],
  );
}

/** The same, light and dark. */
export async function axeFindsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of [
    ['light', []],
    ['dark', ofColours],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFinds(page, rules)).map((text) => `${colorScheme} ${text}`));
  }
  return found;
}
