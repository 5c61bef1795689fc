import { href } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { placeName } from '../../../texts/words.ts';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';

/** Who takes part, and what is like it. */
export function ProjectStory({ site: { lang }, found, story }: Told) {
  const t = recordTexts[lang];
  const { record, named } = found;
  const keys = (record.municipalities as string[] | null) ?? [];
  const leads = new Set((record.lead as string[] | null) ?? []);
  const at = new URLSearchParams({ project: String(record.slug) });
  return (
    <>
      {keys.length > 0 && (
        <section>
          <h2>{t.takesPart}</h2>
          <ul class={keys.length > 6 ? 'names' : 'lines'}>
            {keys.map((ags) => (
              <li>
                <a href={href(`/municipalities/${ags}`, lang)}>
                  {placeName(ags, named.municipalities?.[ags] ?? ags, texts[lang])}
                </a>
                {leads.has(ags) && <span class="muted">{t.leads}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="on-map">
        <a href={href(`/?${at}`, lang)}>{t.onMap}</a>
      </p>
      {story.similar.length > 0 && (
        <section>
          <h2>{t.similar}</h2>
          <ProjectLines rows={story.similar} lang={lang} places={story.places} />
        </section>
      )}
    </>
  );
}
