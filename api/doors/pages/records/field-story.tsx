import { href } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, readableDate } from '../../../texts/words.ts';
import { listOf, withoutDistricts, written } from '../insight/block.ts';
import { Figures } from './figures.tsx';
import { More } from './more.tsx';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** Of a field or a topic: who works on it, who is missing, and what was held on it. */
export function FieldStory({ site: { lang }, entity, found, story }: Told) {
  const t = recordTexts[lang];
  const { record, related } = found;
  const slug = String(record.slug);
  const isField = entity.name === 'fields';
  const mine: Record<string, string> = isField ? { field: slug } : { topic: slug };
  const { projects, events, strategies } = related;
  const { missing } = story;
  const all = listOf('projects', mine, lang);
  return (
    <>
      <Figures
        lang={lang}
        figures={[
          [projects?.total ?? 0, t.fieldFigures.projects, all],
          ...(missing
            ? ([
                [
                  missing.municipalities - missing.total,
                  t.fieldFigures.municipalities,
                  listOf('municipalities', { ...withoutDistricts, ...mine }, lang),
                ],
                [missing.total, t.fieldFigures.missing, '#missing'],
              ] as const)
            : []),
        ]}
      />
      <section>
        <h2>{t.works}</h2>
        {projects && projects.total > 0 ? (
          <ProjectLines {...projects} lang={lang} places={story.places} all={all} />
        ) : (
          <p>{texts[lang].nobodyYet}</p>
        )}
      </section>
      {strategies && strategies.total > 0 && (
        <section>
          <h2>{texts[lang].strategies}</h2>
          <WorkLines {...strategies} lang={lang} all={listOf('strategies', mine, lang)} />
        </section>
      )}
      {missing && missing.total > 0 && (
        <section id="missing">
          <h2>
            {t.missing} <span class="muted">{written(missing.total, lang)}</span>
          </h2>
          <p>{t.missingText}</p>
          <details>
            <summary>{t.all}</summary>
            <ul class="names">
              {missing.first.map(({ ags, name }) => (
                <li>
                  <a href={href(`/municipalities/${ags}`, lang)}>{name}</a>
                </li>
              ))}
            </ul>
            <More
              total={missing.total}
              shown={missing.first.length}
              lang={lang}
              all={listOf('municipalities', { ...withoutDistricts, missingIn: slug }, lang)}
            />
          </details>
        </section>
      )}
      {events && events.total > 0 && (
        <section>
          <h2>{t.eventsOn}</h2>
          <ul class="lines">
            {events.rows.map((event) => (
              <li>
                <a href={href(String(event.url), lang)} lang={germanIn(lang)}>
                  {String(event.title)}
                </a>
                <span class="muted">{readableDate(event.date, lang)}</span>
              </li>
            ))}
          </ul>
          <More
            total={events.total}
            shown={events.rows.length}
            lang={lang}
            all={listOf('events', mine, lang)}
          />
        </section>
      )}
    </>
  );
}
