import type { Column } from '../catalogue/entity.ts';
import type { Dataset } from '../exports/dataset.ts';
import { feedWords } from '../exports/feeds/words.ts';
import { licenceOf } from '../exports/licences.ts';
import { formatsOf } from '../exports/register.ts';
import { href, Layout, type Site, texts } from './layout.tsx';

export type DatasetCount = { readonly dataset: Dataset; readonly count: number };

/** `/data`: what there is, for people, and where it comes from. */
export function DataPage({ site, datasets }: { site: Site; datasets: DatasetCount[] }) {
  const { hub, lang } = site;
  const t = texts[lang];
  return (
    <Layout
      site={site}
      title={`${t.data} – ${hub.region.title[lang]}`}
      description={t.dataIntro}
      path="/data"
    >
      <h1>{t.data}</h1>
      <p class="lead">{t.dataIntro}</p>
      {datasets.map((dataset) => (
        <DatasetPart {...dataset} site={site} />
      ))}
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
      </div>
    </Layout>
  );
}

function DatasetPart({ site: { hub, lang }, dataset, count }: DatasetCount & { site: Site }) {
  const t = texts[lang];
  const licence = licenceOf(hub, dataset);
  return (
    <section class="dataset" aria-labelledby={dataset.name}>
      <h2 id={dataset.name}>
        {dataset.title[lang]}{' '}
        <span class="muted">{t.recordCount(new Intl.NumberFormat(lang).format(count))}</span>
      </h2>
      <p class="buttons">
        {formatsOf(dataset).map(({ extension, label }) => (
          <a
            class="button"
            href={`/data/${dataset.name}.${extension}`}
            aria-label={`${dataset.title[lang]}: ${label}`}
          >
            {label}
          </a>
        ))}
      </p>
      <p>{dataset.description[lang]}</p>
      <p class="muted">
        {t.licence}: <a href={licence.url}>{licence.name}</a>
        {dataset.entity && (
          <>
            {' · '}
            {feedWords[lang].follow}: <a href={href(`/feeds/${dataset.name}.atom`, lang)}>Atom</a>,{' '}
            <a href={href(`/feeds/${dataset.name}.json`, lang)}>JSON Feed</a>
          </>
        )}
      </p>
      <details>
        <summary>
          {t.columns}
          <span class="hidden"> ({dataset.title[lang]})</span>
        </summary>
        <dl>
          {dataset.columns.map((column) => (
            <>
              <dt>
                <code>{column.name}</code>
              </dt>
              <dd>
                {t.columnMeaning(column.name, column.description)}{' '}
                <span class="muted">{kindOf(column, t)}</span>
              </dd>
            </>
          ))}
        </dl>
        {Object.keys(dataset.filters).length > 0 && (
          <p>
            {t.filters}:{' '}
            {Object.keys(dataset.filters).map((name, at) => (
              <>
                {at > 0 && ', '}
                <code>{name}</code>
              </>
            ))}
          </p>
        )}
      </details>
    </section>
  );
}

/** What may stand in a column, in words. */
function kindOf({ type, values, list }: Column, t: (typeof texts)['de']): string {
  return [values ? values.join(' | ') : t.columnTypes[type], list && t.several].filter(Boolean).join('; ');
}
