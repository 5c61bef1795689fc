import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import type { Database } from '../../../api/database/open-database.ts';
import { commaJoin, identifier, sql } from '../../../api/database/sql.ts';
import { checkedPages } from '../../../api/doors/pages/law/checked-pages.ts';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

beforeAll(() => sign(hub.database));

/** Writes behind every text of the catalogue in which language it is; names of places are the same in all. */
async function sign({ prisma }: Database) {
  for (const { table, columns } of entities) {
    const texts = columns.filter(
      ({ name, type, values, derived }) =>
        type === 'text' &&
        !values &&
        !derived &&
        !['name', 'seat', 'place', 'office_place', 'person'].includes(name),
    );
    const set = texts.map(({ name }) => {
      const own = identifier(name);
      return sql`${own} = ${own} || ${name.endsWith('_en') ? ' (¶en)' : ' (¶de)'}`;
    });
    await prisma.$executeRaw(sql`UPDATE ${identifier(table.stored)} SET ${commaJoin(set)}`);
  }
}

/** Where signed texts stand in an element of another language, in the page and in the widget: each place once. */
const misplaced = (): string[] => {
  const languageOf = (node: Node | null): string | null => {
    if (node === null) return null;
    if (node instanceof ShadowRoot) return languageOf(node.host);
    return (node instanceof Element && node.getAttribute('lang')) || languageOf(node.parentNode);
  };
  const placeOf = (element: Element | null): string =>
    element === null || element.tagName === 'MAIN'
      ? ''
      : `${placeOf(element.parentElement)}/${element.tagName.toLowerCase()}${element.getAttribute('class') ? `.${element.getAttribute('class')}` : ''}`;
  const within = (root: Node): [string, string][] => {
    const found: [string, string][] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) found.push(...within(node.shadowRoot));
        continue;
      }
      // An element that holds nothing but text cannot tell the languages in it apart.
      if (node.parentElement?.matches('svg title, svg desc')) continue;
      const text = node.nodeValue ?? '';
      const signs = [...text.matchAll(/\(¶(de|en)\)/g)].map(([, language]) => language);
      if (signs.some((sign) => sign !== languageOf(node))) found.push([placeOf(node.parentElement), text]);
    }
    return found;
  };
  return [...new Map(within(document.body))].map(([place, text]) => `${place}: ${text}`);
};

/** What the widget can show, and a question that finds nothing. */
const opened = [
  '/?municipality=08316056',
  '/?project=frelo-leihraeder',
  '/?home=08316009&topic=buerger-app',
  '/?layer=contacts&view=list',
  '/embed?field=e-akte&locked=field',
  '/?field=e-akte&text=xyzxyz',
  '/projects?topic=breitband&field=e-akte&text=xyzxyz',
];

describe('a text of the catalogue says which language it is in', () => {
  it.each(['en', 'fr'])(
    'on every page and in all that the map opens, in %s',
    async (lang) => {
      const page = await hub.browser.newPage();
      const found: string[] = [];
      for (const path of [...checkedPages, ...opened]) {
        const address = `${hub.base}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
        await page.goto(address, { waitUntil: opened.includes(path) ? 'networkidle' : 'load' });
        found.push(...(await page.evaluate(misplaced)).map((one) => `${path} ${one}`));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
