import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleQueries } from '../../../api/doors/graphql/example-queries.ts';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

let page: Page;
const foreign: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  page = await hub.browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(hub.base)) foreign.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

describe('GraphiQL', () => {
  it('has a policy of its own that lets nothing in from elsewhere', async () => {
    const policyOf = async (path: string) => {
      const response = await fetch(hub.base + path, { headers: { accept: 'text/html' } });
      return response.headers.get('content-security-policy') ?? '';
    };
    expect((await policyOf('/graphql')).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self' data:",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(await policyOf('/data')).not.toContain('unsafe-inline');
  });

  it('shows the examples and runs one, without a request to anyone else and without a breach of its policy', async () => {
    // That the network rests is not waited for: Chromium does not tell the end of a worker that is asked for twice.
    await page.goto(`${hub.base}/graphql`);
    await page.locator('.graphiql-tab').first().waitFor();
    expect(await page.locator('.graphiql-tab').count()).toBe(exampleQueries.length);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').getByText('totalCount').first().waitFor();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => Object.keys(sessionStorage).length + document.cookie.length)).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/graphiql.png` });
  });

  it('opens with the query of the address, which is copied as a command that a shell runs', async () => {
    const context = await hub.browser.newContext({
      viewport: { width: 360, height: 740 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const phone = await context.newPage();
    const query = '{ projects(filter: { text: "l\'eau" }) { totalCount } }';
    await phone.goto(`${hub.base}/graphql?${new URLSearchParams({ query })}`);
    await phone.locator('.graphiql-tab').first().waitFor();
    expect(await phone.locator('.graphiql-tab').count()).toBe(1);
    await phone.getByRole('button', { name: 'Copy as curl' }).click();
    await phone.getByText('Copied').waitFor();
    const command = await phone.evaluate(() => navigator.clipboard.readText());
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(JSON.parse(stdout)).toEqual({ data: { projects: { totalCount: expect.any(Number) } } });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await phone.getByRole('link', { name: 'Digitale Wege' }).getAttribute('href')).toBe('/');
  });
});
