import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchCatalogue } from '../../../api/catalogue/search/search.ts';
import { suggest } from '../../../api/catalogue/search/suggest.ts';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const everything = [
  'municipalities',
  'fields',
  'topics',
  'contacts',
  'projects',
  'strategies',
  'events',
] as const;
const search = async (text: string, limit = 3) =>
  (await searchCatalogue(hub, { text, checked: new Map(), kinds: everything, limit })).places.map(
    ({ entity, key }) => `${entity}/${key}`,
  );

const municipalities: { ags: string; name: string; kind: string }[] = parse(
  readFileSync(join(freiburg.folder, 'municipalities.csv')),
  { columns: true, bom: true },
);

/** The name without what tells it from others of the same name, and the short forms of that. */
const behind: Record<string, string[]> = {
  ' im Breisgau': [' i. Br.', ' i.Br.', ' i. Brsg.', ' (Breisgau)', '/Breisgau', ' i Br', ''],
  ' am Rhein': [' a. Rh.', ' a.Rh.', ' a. Rhein', '/Rhein', ' (Rhein)', ''],
  ' am Kaiserstuhl': [' a. K.', ' a.K.', ' a. Kstl.', ' (Kaiserstuhl)', ''],
  ' im Kaiserstuhl': [' i. K.', ' i.K.', ' am Kaiserstuhl', ''],
  ' im Markgräflerland': [' i. M.', ' (Baden)', '/Baden', ' (Markgräflerland)', ''],
  ' im Elztal': [' i. E.', ' i. Elztal', ' (Elztal)', ''],
  ' (Schwarzwald)': [' im Schwarzwald', ' i. Schw.', '/Schw.', ' (Schw.)', ''],
  '/Schwarzwald': [' (Schwarzwald)', ' i. Schw.', ''],
  ' (Hochschwarzwald)': [' im Hochschwarzwald', '/Hochschw.', ' (Hochschw.)', ''],
};

function formsOf(name: string, kind: string): string[] {
  const [end] = Object.keys(behind).filter((one) => name.endsWith(one));
  const forms = [name, ...(end ? behind[end]!.map((form) => name.slice(0, -end.length) + form) : [])];
  const spelled = [name.toUpperCase(), ...forms].flatMap((form) => [
    form,
    form.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue'),
    form.replaceAll('-', ' '),
    ...(form.startsWith('St. ')
      ? ['Sankt ', 'St ', 'St.', 'sankt-'].map((saint) => form.replace('St. ', saint))
      : []),
  ]);
  const titles =
    kind === 'LANDKREIS'
      ? ['Landkreis ', 'Kreis ', 'LK ', 'Landratsamt ', 'Lkr. ']
      : ['Stadt ', 'Gemeinde ', 'Rathaus ', 'Bürgermeisteramt ', 'Stadtverwaltung '];
  // A Landkreis without the word is its town.
  const bare = kind === 'LANDKREIS' && name === 'Emmendingen' ? [] : spelled;
  return [...new Set([...bare, ...forms.flatMap((form) => titles.map((title) => title + form))])];
}

describe('the names of all places, written as people write them', () => {
  it.each(municipalities)(
    '$name ($kind) comes first, in search and suggestions',
    async ({ ags, name, kind }) => {
      const wrong: string[] = [];
      for (const form of formsOf(name, kind)) {
        const found = await search(form);
        const [suggested] = (await suggest(hub, form, everything, 1)).found;
        // The town and the Landkreis Emmendingen are one name.
        const rank = form.toLowerCase() === 'emmendingen' ? found.indexOf(`municipalities/${ags}`) : 0;
        if (found[rank] !== `municipalities/${ags}`) wrong.push(`${form}: search finds ${found[0]}`);
        if (rank === 0 && suggested?.key !== ags) wrong.push(`${form}: ${suggested?.key} is suggested`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
