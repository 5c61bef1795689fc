import { countFunding } from '../../../../catalogue/insight/funding.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { germanIn } from '../../../../texts/words.ts';
import { type Block, counted, figure, listOf, plain, written } from '../block.ts';

/** So many programmes are listed, and the first of them drawn. */
const listed = 60;
const drawn = 8;

/** Which programmes pay. */
export const funding: Block = {
  name: 'funding',
  async read({ hub, lang, figures }) {
    const programmes = await countFunding(hub, listed);
    const headline = await figures;
    const t = insightTexts[lang];
    const own = t.blocks.funding;
    const [first] = programmes;
    const list = (fundingProgramme: string) => listOf('projects', { fundingProgramme }, lang);
    const sentence = first
      ? own.sentence(
          written(first.funded, lang),
          figure(headline.projects, listOf('projects', {}, lang), lang),
          { text: first.programme, lang: germanIn(lang) },
          figure(first.projects, list(first.programme), lang),
        )
      : [own.nobody];
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
              rows: programmes.slice(0, drawn).map(({ programme, projects }) => ({
                label: programme,
                lang: germanIn(lang),
                note: t.blocks.partners.count(projects),
                parts: [
                  {
                    look: 'strong' as const,
                    value: projects,
                    title: `${programme}: ${t.blocks.partners.count(projects)}`,
                  },
                ],
              })),
            },
          }
        : null,
      columns: [
        column('programme', 'text', 'Funding programme, as the source writes it.'),
        column('projects', 'integer', 'Projects that name it.'),
        column('municipalities', 'integer', 'Municipalities that take part in them.'),
        column('with_budget', 'integer', 'Projects among them with a budget.'),
        column('budget_eur', 'integer', 'These budgets together, in euros.'),
      ],
      rows: programmes.map(({ programme, projects, municipalities, withBudget, budget }) => ({
        programme: { value: programme, lang: germanIn(lang) },
        projects: counted(projects, list(programme), lang),
        municipalities: { value: municipalities, text: written(municipalities, lang) },
        with_budget: { value: withBudget, text: written(withBudget, lang) },
        budget_eur: { value: budget, text: budget === null ? '' : written(budget, lang) },
      })),
    };
  },
};
