import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { languages } from '../../../api/language.ts';
import { publicColumns } from '../../../api/publishing/datasets/dataset.ts';
import { entitiesWithPages } from '../../../api/publishing/datasets/register.ts';
import { feedSentences } from '../../../api/texts/catalogue/feed-sentences.ts';
import { feedWords } from '../../../api/texts/pages/feed-words.ts';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  await hub.database.prisma.$executeRaw`UPDATE revision_change SET after = after || '{"reusable": true}'
    WHERE entity = 'projects' AND key = 'frelo-leihraeder'`;
  return () => hub.database.close();
});

type Item = { title: string; content_html: string };
const entries = async (lang: string, entity = 'projects', query = '') => {
  const response = await hub.app.request(`/feeds/${entity}.json?lang=${lang}${query}`);
  return ((await response.json()) as { items: Item[] }).items;
};

const told = entities.flatMap((entity) =>
  publicColumns(entity).filter(
    ({ name, derived }) => !derived && name !== entity.key && name !== 'participants_precision',
  ),
);
const names = (kind: boolean) =>
  [...new Set(told.filter(({ type }) => (type === 'boolean') === kind).map(({ name }) => name))].sort();

describe.each(languages)('in %s', (lang) => {
  it('every column has a sentence, and yes and no have one each', () => {
    expect(Object.keys(feedSentences[lang]).sort()).toEqual(names(false));
    expect(Object.keys(feedWords[lang].facts).sort()).toEqual(names(true));
  });

  it('every entry of every feed is made of whole sentences, without a key and without a name of a column', async () => {
    for (const { name } of entitiesWithPages)
      for (const { content_html: html } of await entries(lang, name)) {
        const paragraphs = html.match(/<p>.*?<\/p>/gs) ?? [];
        expect(paragraphs.join('')).toBe(html);
        for (const paragraph of paragraphs) expect(paragraph).toMatch(/[.!?…]["”“»)]*<\/p>$/);
        expect(html).not.toMatch(
          /: (ja|nein|yes|no|oui|non)\b|\bslug\b|\b[A-Z]+_[A-Z]+\b|[a-z]_[a-z]\w*:|undefined|null/,
        );
      }
  });
});

it.each([
  [
    'de',
    'Der Stand ist „läuft“.',
    'Beteiligt sind Freiburg im Breisgau, ',
    'Andere dürfen es übernehmen.',
    'Auskunft gibt: ',
  ],
  [
    'en',
    'The status is “running”.',
    'The participants are Freiburg im Breisgau, ',
    'Others may copy it.',
    'Whom to call: ',
  ],
  [
    'fr',
    'L’état est «\u00a0en cours\u00a0».',
    'Les participants sont Freiburg im Breisgau, ',
    'D’autres peuvent le reprendre.',
    'Pour en savoir plus\u00a0: ',
  ],
])(
  '%s: what is new is told as somebody would say it, and whom to call about it',
  async (lang, ...sentences) => {
    const [frelo] = await entries(lang, 'projects', '&text=Frelo');
    for (const sentence of sentences) expect(frelo?.content_html).toContain(sentence);
    expect(frelo?.content_html).toMatch(/<a href="(tel:\+49\d+|mailto:[^"]+@[^"]+)">/);
  },
);

it('dates are told as precisely as they are known, and what is gone as gone', async () => {
  const change = {
    slug: 'frelo-leihraeder',
    period_start: '2019-05',
    funding_programme: null,
    budget_eur: 1_500_000,
  };
  await changeRecords(hub.database, { projects: [{ ...change, funding_programme: 'Topf' }] });
  await changeRecords(hub.database, { projects: [{ ...change, period_start: '2019' }] });
  const [last, first] = await entries('de', 'projects', '&text=Frelo');
  expect(first?.content_html).toContain('Der Beginn liegt im Mai 2019');
  expect(first?.content_html).toContain('Gefördert wird es aus Topf');
  expect(first?.content_html).toContain('Das Budget beträgt 1.500.000\u00a0€.');
  expect(last?.content_html).toContain(
    '<p>Der Beginn liegt im Jahr 2019, bisher im Mai 2019. „Förderung“ ist nicht mehr angegeben, bisher Topf.</p>',
  );
});
