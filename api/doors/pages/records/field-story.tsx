import { href } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, readableDate } from '../../../texts/words.ts';
import { listOf, withoutDistricts } from '../insight/block.ts';
import { Figures } from './figures.tsx';
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
  const projects = related.projects?.rows ?? [];
  const events = related.events?.rows ?? [];
  const strategies = related.strategies?.rows ?? [];
  const all = listOf('projects', mine, lang);
  const taking = story.municipalities - story.missing.length;
  return (
    <>
      <Figures
        lang={lang}
        figures={[
          [projects.length, t.fieldFigures.projects, all],
          ...(isField
            ? ([
                [
                  taking,
                  t.fieldFigures.municipalities,
                  listOf('municipalities', { ...withoutDistricts, ...mine }, lang),
                ],
                [story.missing.length, t.fieldFigures.missing, '#missing'],
              ] as const)
            : []),
        ]}
      />
      <section>
        <h2>{t.works}</h2>
        {projects.length > 0 ? (
          <ProjectLines rows={projects} lang={lang} places={story.places} all={all} />
        ) : (
          <p>{texts[lang].nobodyYet}</p>
        )}
      </section>
      {strategies.length > 0 && (
        <section>
          <h2>{texts[lang].strategies}</h2>
          <WorkLines rows={strategies} lang={lang} />
        </section>
      )}
      {story.missing.length > 0 && (
        <section id="missing">
          <h2>
            {t.missing} <span class="muted">{story.missing.length}</span>
          </h2>
          <p>{t.missingText}</p>
          <details>
            <summary>{t.all}</summary>
            <ul class="names">
              {story.missing.map(({ ags, name }) => (
                <li>
                  <a href={href(`/municipalities/${ags}`, lang)}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h2>{t.eventsOn}</h2>
          <ul class="lines">
            {events.map((event) => (
              <li>
                <a href={href(String(event.url), lang)} lang={germanIn(lang)}>
                  {String(event.title)}
                </a>
                <span class="muted">{readableDate(event.date, lang)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
