import type { Entity, EntityName } from '../catalogue/entity.ts';
import { formats, publicColumns } from '../exports/register.ts';
import type { Hub } from '../hub.ts';
import type { Language } from '../language.ts';
import { Layout, texts } from './layout.tsx';

export type DatasetCount = { readonly entity: Entity; readonly count: number };

/** `/data`: what there is, for people, and where it comes from. */
export function DataPage({ hub, lang, datasets }: { hub: Hub; lang: Language; datasets: DatasetCount[] }) {
  const t = texts[lang];
  const number = new Intl.NumberFormat(lang);
  return (
    <Layout
      hub={hub}
      lang={lang}
      title={`${t.data} – ${hub.region.title[lang]}`}
      description={t.dataIntro}
      path="/data"
    >
      <h1>{t.data}</h1>
      <p>{t.dataIntro}</p>
      {datasets.map(({ entity, count }) => (
        <section aria-labelledby={entity.name}>
          <h2 id={entity.name}>
            {t[entity.name as EntityName]} <span class="muted">{t.recordCount(number.format(count))}</span>
          </h2>
          <p>{t.datasets[entity.name]}</p>
          <p class="buttons">
            {t.download}{' '}
            {[...formats.keys()].map((format) => (
              <a class="button" href={`/data/${entity.name}.${format}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
          <details>
            <summary>{t.columns}</summary>
            <dl lang="en">
              {publicColumns(entity).map((column) => (
                <>
                  <dt>
                    <code>{column.name}</code>
                  </dt>
                  <dd>{column.description}</dd>
                </>
              ))}
            </dl>
          </details>
        </section>
      ))}
      <h2 id="sources">{t.imprintOfData}</h2>
      {hub.region.sources.map(({ file, title, source, date, licence, attribution, note }) => (
        <section>
          <h3>{title[lang]}</h3>
          <dl>
            <dt>{t.file}</dt>
            <dd>
              <code>{file}</code>
            </dd>
            <dt>{t.source}</dt>
            <dd>{source}</dd>
            <dt>{t.date}</dt>
            <dd>{date}</dd>
            <dt>{t.licence}</dt>
            <dd>
              <a href={licence.url}>{licence.name}</a>
            </dd>
            <dt>{t.attribution}</dt>
            <dd>{attribution}</dd>
            {note && (
              <>
                <dt>{t.note}</dt>
                <dd>{note[lang]}</dd>
              </>
            )}
          </dl>
        </section>
      ))}
    </Layout>
  );
}
