import { countJointPlans } from '../../../../catalogue/insight/same-plans.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { namesOf } from '../../../../catalogue/query/names.ts';
import { href } from '../../../../language.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { localisedIn, placeName } from '../../../../texts/words.ts';
import { type Block, counted, figure, listOf, plain, plans } from '../block.ts';

/** Of so many plans it is told whose they are; of more the list tells it. */
const fewPlans = 40;
const allPlans = 2 ** 31 - 1;

/** Who plans the same and could do it together. */
export const jointPlans: Block = {
  name: 'joint-plans',
  async read({ hub, lang, figures, whole }) {
    const found = await countJointPlans(hub, whole ? allPlans : fewPlans);
    const headline = await figures;
    const own = insightTexts[lang].blocks['joint-plans'];
    const { count } = insightTexts[lang].blocks.partners;
    const names = await namesOf(
      hub,
      new Map([
        ['municipalities', found.flatMap(({ municipalities }) => municipalities ?? [])],
        ['fields', found.flatMap(({ field }) => field ?? [])],
        ['topics', found.flatMap(({ topic }) => topic ?? [])],
      ]),
      lang,
    );
    const rows = found.map(({ field, topic, projects, municipalities }) => ({
      field,
      topic,
      subject: names.fields?.[field ?? ''] ?? names.topics?.[topic ?? ''] ?? field ?? topic ?? '',
      projects,
      places: municipalities?.map((ags) => placeName(ags, names.municipalities?.[ags] ?? ags, texts[lang])),
      keys: municipalities,
      list: listOf('projects', { ...plans, ...(field ? { field } : { topic: topic ?? '' }) }, lang),
      whoPlans: listOf('municipalities', { ...plans, ...(field ? { field } : { topic: topic ?? '' }) }, lang),
    }));
    const sentence =
      rows.length > 0
        ? own.sentence(
            own.subjects(rows.length),
            figure(headline.plans, listOf('projects', plans, lang), lang),
          )
        : [own.nobody];
    return {
      sentence,
      note: own.note,
      plot:
        rows.length > 0
          ? {
              title: own.title,
              description: plain(sentence),
              legend: [],
              drawing: {
                kind: 'bars',
                rows: rows.map(({ subject, projects, places }) => ({
                  label: subject,
                  lang: localisedIn(lang),
                  note: count(projects),
                  parts: [
                    {
                      look: 'second' as const,
                      value: projects,
                      title: `${subject}: ${places?.join(', ') ?? count(projects)}`,
                    },
                  ],
                })),
              },
            }
          : null,
      columns: [
        column('field', 'key', 'Slug of the field of action that the plans share.'),
        column('topic', 'key', 'Slug of the topic that they share, where it is no field.'),
        column('projects', 'integer', 'Ideas and plans in it.'),
        column('municipalities', 'key', 'AGS of those who plan.', { list: true }),
      ],
      rows: rows.map(({ field, topic, subject, projects, places, keys, list, whoPlans }) => ({
        field: {
          value: field,
          text: field ? subject : '',
          lang: localisedIn(lang),
          href: field ? href(`/fields/${field}`, lang) : undefined,
        },
        topic: {
          value: topic,
          text: topic ? subject : '',
          lang: localisedIn(lang),
          href: topic ? href(`/topics/${topic}`, lang) : undefined,
        },
        projects: counted(projects, list, lang),
        municipalities: places
          ? { value: keys, text: places.join(', ') }
          : { value: null, text: texts[lang].municipalities, href: whoPlans },
      })),
    };
  },
};
