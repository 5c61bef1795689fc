import type { Browser } from 'playwright-core';
import { beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serveHub } from './serve.ts';

/** The real hub behind a socket and a browser beside it, for the tests of one file. */
export function useHubInBrowser() {
  let hub: Awaited<ReturnType<typeof serveHub>>;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([serveHub(), launchBrowser()]);
    return async () => {
      await browser.close();
      await hub.close();
    };
  });
  return {
    get base() {
      return hub.base;
    },
    get browser() {
      return browser;
    },
    get database() {
      return hub.database;
    },
  };
}
