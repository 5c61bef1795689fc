import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { entitiesWithPages } from '../../api/publishing/datasets/register.ts';
import { changeRecords } from '../support/change.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { remove } from '../support/remove.ts';

const here = (file: string) => new URL(file, import.meta.url);
let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await openHub();
  folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  const change = { slug: 'frelo-leihraeder', confirmed_at: '2026-11-20', funding_programme: '<b>"&"</b>' };
  await changeRecords(hub.database, { projects: [change] });
  await remove(hub.database, 'projects', 'alt', { slug: 'alt', title: 'Alt & <neu>' });
  return async () => {
    rmSync(folder, { recursive: true });
    await hub.database.close();
  };
});

/** Every page of every feed, and some of each under a filter and in another language. */
async function pagesOf(extension: string): Promise<string[]> {
  const pages: string[] = [];
  const waiting = entitiesWithPages.map(({ name }) => `/feeds/${name}.${extension}`);
  waiting.push(`/feeds/projects.${extension}?field=e-akte&lang=en`, `/feeds/events.${extension}?lang=fr`);
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const answer = await hub.app.request(path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    pages.push(page);
    const next =
      extension === 'json' ? JSON.parse(page).next_url : /href="([^"]*)" rel="next"/.exec(page)?.[1];
    if (next) waiting.push(next.replace('https://hub.example', '').replaceAll('&amp;', '&'));
  }
  return pages;
}

const values = (document: string, element: string) =>
  [...document.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'g'))].map(([, value]) => value!);
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong in Atom documents; nothing where they are valid. */
const findings = (documents: readonly string[]): string[] => [
  ...documents.flatMap((document) => [
    ...values(document, 'updated').filter((value) => !moment.test(value)),
    ...values(document, 'id').filter((value) => !URL.canParse(value)),
  ]),
  ...jing(documents),
];

function jing(documents: readonly string[]): string[] {
  const files = documents.map((document, at) => {
    const file = join(folder, `${at}.atom`);
    writeFileSync(file, document);
    return file;
  });
  try {
    execFileSync('jing', ['-c', here('atom.rnc').pathname, ...files], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [];
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout)
      .trim()
      .split('\n');
  }
}

describe('Atom', () => {
  it('is valid on every page of every feed', async () => {
    const pages = await pagesOf('atom');
    expect(pages.length).toBeGreaterThan(entitiesWithPages.length + 2);
    expect(pages.join('')).toContain('term="removed"');
    expect(findings(pages)).toEqual([]);
  });

  it.each([
    ['with an id that is none', /(?<=<id>)https:/],
    ['without an id', /<id>.*?<\/id>/],
    ['without a title', /<title.*?<\/title>/],
    ['with a day for a moment', /T\d\d:\d\d:\d\d[^<]*(?=<\/updated>)/],
    ['with an entry that leads nowhere', /<link href="[^"]*\/events\/[^>]*>/],
  ])('%s is found to be none', async (_what, part) => {
    const [page] = (await pagesOf('atom')).filter((one) => one.includes('/feeds/events.atom'));
    expect(page).toMatch(part);
    expect(findings([page!.replace(part, '')])).toHaveLength(1);
  });
});

describe('JSON Feed', () => {
  const validate = addFormats(new Ajv({ allErrors: true })).compile(
    JSON.parse(readFileSync(here('json-feed.schema.json'), 'utf8')),
  );

  it('is valid on every page of every feed', async () => {
    for (const page of await pagesOf('json')) {
      validate(JSON.parse(page));
      expect(validate.errors).toBeNull();
    }
  });

  it('without ids or with a day for a moment is found to be none', async () => {
    const [page] = await pagesOf('json');
    const { id, ...nameless } = JSON.parse(page!).items[0];
    for (const item of [nameless, { ...nameless, id, date_modified: '2026-11-20' }])
      expect(validate({ ...JSON.parse(page!), items: [item] })).toBe(false);
  });
});
