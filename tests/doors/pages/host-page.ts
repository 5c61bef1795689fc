import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterEach, beforeAll, expect } from 'vitest';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';
import { listen } from '../../support/listen.ts';

/**
 * The page of a town hall at an origin of its own, in a browser, around the real hub; for the tests of one file.
 * Its policy is strict and knows the hub alone. After each test: nobody else was asked for anything, no policy was
 * broken, and nothing was stored, neither by the page nor in the frames.
 */
export function useHostPage() {
  const hub = useHubInBrowser();
  let host: string;
  let page: Page | undefined;
  let body = '';
  let requests: string[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    const server = await listen((_, response) =>
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .setHeader(
          'content-security-policy',
          `default-src 'none'; script-src ${hub.base}; connect-src ${hub.base}; frame-src ${hub.base}; img-src data:`,
        )
        .end(body),
    );
    host = server.origin;
    return server.close;
  });

  afterEach(async () => {
    if (!page) return;
    const strangers = requests.filter((url) => ![hub.base, host, 'data:'].some((own) => url.startsWith(own)));
    const cookies = await page.context().cookies();
    const stored = await Promise.all(page.frames().map(storedIn));
    await page.context().close();
    page = undefined;
    expect({ strangers, complaints, cookies, stored: stored.flat() }).toEqual({
      strangers: [],
      complaints: [],
      cookies: [],
      stored: [],
    });
  });

  return {
    get hub() {
      return hub.base;
    },
    get database() {
      return hub.database;
    },
    get requests() {
      return requests;
    },
    /** Opens the host's page with that in it. */
    async open(content: string, options: BrowserContextOptions & { lang?: string } = {}): Promise<Page> {
      const { lang = 'de', ...rest } = options;
      body = `<!doctype html><html lang="${lang}"><head><title>Rathaus</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><main><h1>Rathaus</h1>${content}</main></body></html>`;
      const context = await hub.browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
      page = await context.newPage();
      requests = [];
      complaints = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(host);
      return page;
    },
    /** The snippets of the builder for these parameters: frame, height and element, as they are to be pasted. */
    async snippets(query = '') {
      const html = await (await fetch(`${hub.base}/embed/builder${query}`)).text();
      const [frame, height, element] = [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(
        ([, code]) => unescaped(code!).trim(),
      );
      return { frame: frame!, height: height!, element: element! };
    },
  };
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What a page has kept in the browser, in any of the ways there are. */
const storedIn = (frame: Frame) =>
  frame.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
