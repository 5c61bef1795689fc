import { findPartners } from '../../../../catalogue/insight/partners.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { namesOf } from '../../../../catalogue/query/names.ts';
import { href } from '../../../../language.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { germanIn, placeName } from '../../../../texts/words.ts';
import { type Block, plain, written } from '../block.ts';

/** So many pairs are listed, and the first of them drawn. */
const listed = 40;
const drawn = 10;

/** Who works with whom, as pairs. */
export const partners: Block = {
  name: 'partners',
  async read({ hub, lang }) {
    const pairs = await findPartners(hub, listed);
    const t = insightTexts[lang];
    const own = t.blocks.partners;
    const { municipalities = {}, projects = {} } = await namesOf(
      hub,
      new Map([
        ['municipalities', new Set(pairs.flatMap(({ one, other }) => [one, other]))],
        ['projects', new Set(pairs.flatMap((pair) => pair.projects))],
      ]),
      lang,
    );
    const name = (ags: string) => placeName(ags, municipalities[ags] ?? ags, texts[lang]);
    const [first] = pairs;
    const sentence = first
      ? own.sentence(
          written(first.pairs, lang),
          name(first.one),
          name(first.other),
          own.count(first.projects.length),
        )
      : [own.nobody];
    const place = (ags: string) => ({
      value: ags,
      text: name(ags),
      href: href(`/municipalities/${ags}`, lang),
    });
    return {
      sentence,
      note: own.note,
      plot: first
        ? {
            title: own.title,
            description: plain(sentence),
            legend: [],
            drawing: {
              kind: 'bars',
              rows: pairs.slice(0, drawn).map(({ one, other, projects: slugs }) => ({
                label: own.pair(name(one), name(other)),
                note: own.count(slugs.length),
                parts: [
                  {
                    look: 'strong' as const,
                    value: slugs.length,
                    title: `${own.pair(name(one), name(other))}: ${slugs.map((slug) => projects[slug] ?? slug).join(' · ')}`,
                  },
                ],
              })),
            },
          }
        : null,
      columns: [
        column('one', 'key', 'AGS of one of the two.'),
        column('other', 'key', 'AGS of the other.'),
        column('projects', 'integer', 'Projects that both take part in.'),
        column('titles', 'text', 'Slugs of these projects.', { list: true }),
      ],
      rows: pairs.map(({ one, other, projects: slugs }) => ({
        one: place(one),
        other: place(other),
        projects: { value: slugs.length },
        titles: {
          value: slugs,
          text: slugs.map((slug) => projects[slug] ?? slug).join(' · '),
          lang: germanIn(lang),
        },
      })),
    };
  },
};
