import { beforeAll, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { publicColumns } from '../../../api/publishing/datasets/dataset.ts';
import { feedWords } from '../../../api/texts/feed-words.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const entries = async (lang: string) => {
  const response = await hub.app.request(`/feeds/projects.json?lang=${lang}`);
  const { items } = (await response.json()) as { items: { content_html: string }[] };
  return items.map(({ content_html }) => content_html);
};

it.each(Object.entries(feedWords))(
  '%s: yes and no are sentences for every column that knows both',
  (_, { facts }) => {
    const columns = entities
      .flatMap(publicColumns)
      .filter(({ type, derived }) => type === 'boolean' && !derived)
      .map(({ name }) => name);
    expect(Object.keys(facts).sort()).toEqual([...new Set(columns)].sort());
  },
);

it.each([
  ['de', /: (ja|nein)</, 'Andere dürfen es übernehmen.'],
  ['en', /: (yes|no)</, 'Others may copy it.'],
  ['fr', / : (oui|non)</, 'D’autres peuvent le reprendre.'],
])('%s: no entry answers a column with yes or no', async (lang, bare, sentence) => {
  await hub.database.prisma.$executeRaw`UPDATE revision_change SET after = after || '{"reusable": true}'
    WHERE entity = 'projects' AND key = 'frelo-leihraeder'`;
  const told = await entries(lang);
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((html) => bare.test(html))).toEqual([]);
  const frelo = await hub.app.request(`/feeds/projects.json?lang=${lang}&text=Frelo`);
  expect(await frelo.text()).toContain(sentence);
});
