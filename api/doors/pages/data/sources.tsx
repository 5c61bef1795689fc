import type { Site } from '../../../publishing/layout.tsx';
import { texts } from '../../../texts/texts.ts';
import { germanIn } from '../../../texts/words.ts';

/** Every source that the region's data come from, with its licence and the line that it wants. */
export function Sources({ site: { hub, lang } }: { site: Site }) {
  const t = texts[lang];
  return (
    <>
      <h2 id="sources" class="part">
        {t.imprintOfData}
      </h2>
      <div class="sources">
        {hub.region.sources.map(({ file, title, source, date, licence, attribution, note }) => (
          <section>
            <h3>{title[lang]}</h3>
            <dl>
              <dt>{t.file}</dt>
              <dd>
                <code>{file}</code>
              </dd>
              <dt>{t.source}</dt>
              <dd lang={germanIn(lang)}>{source}</dd>
              <dt>{t.date}</dt>
              <dd>{date}</dd>
              <dt>{t.licence}</dt>
              <dd lang={germanIn(lang)}>
                <a href={licence.url}>{licence.name}</a>
              </dd>
              <dt>{t.attribution}</dt>
              <dd>{attribution[lang]}</dd>
              {note && (
                <>
                  <dt>{t.note}</dt>
                  <dd>{note[lang]}</dd>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
