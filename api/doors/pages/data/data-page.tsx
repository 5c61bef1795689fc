import { href } from '../../../language.ts';
import type { Quality } from '../../../publishing/dcat/quality.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { texts } from '../../../texts/texts.ts';
import { DownloadButtons } from './downloads.tsx';
import { Freshness } from './freshness.tsx';
import type { DatasetFacts } from './read-facts.ts';
import { Sources } from './sources.tsx';
import { catalogueData } from './structured-data.ts';
import { Ways, waysAlternates } from './ways.tsx';

/** `/data`: what there is, for people, and where it comes from. Each dataset has a page of its own. */
export function DataPage({
  site,
  datasets,
  quality,
}: {
  site: Site;
  datasets: readonly DatasetFacts[];
  quality: Quality;
}) {
  const { hub, lang } = site;
  const t = texts[lang];
  return (
    <Layout
      site={site}
      title={`${t.data} – ${hub.region.title[lang]}`}
      description={t.dataset.intro}
      path="/data"
      data={catalogueData(site, datasets)}
      alternates={waysAlternates}
    >
      <h1>{t.data}</h1>
      <p class="lead">{t.dataset.intro}</p>
      <p class="buttons">
        <a class="button" href="/data/all.zip">
          {t.dataset.everything}
        </a>
      </p>
      <div class="datasets">
        {datasets.map((facts) => (
          <DatasetPart facts={facts} site={site} />
        ))}
      </div>
      <Ways lang={lang} />
      <p class="quality">
        <a href="https://data.europa.eu/mqa/methodology">{t.dataset.quality(rounded(quality))}</a>
        {': '}
        {quality.dimensions
          .map((one) => `${t.dataset.qualityDimensions[one.name]} ${rounded(one).join('/')}`)
          .join(', ')}
      </p>
      <Sources site={site} />
    </Layout>
  );
}

function DatasetPart({ facts, site: { lang } }: { facts: DatasetFacts; site: Site }) {
  const { name, title, description } = facts.dataset;
  const t = texts[lang].dataset;
  return (
    <section class="dataset" aria-labelledby={name}>
      <h2 id={name}>
        <a href={href(`/data/${name}`, lang)}>{title[lang]}</a>
      </h2>
      <p>{description[lang]}</p>
      <Freshness facts={facts} lang={lang} />
      <DownloadButtons dataset={facts.dataset} lang={lang} />
      <p class="more">
        <a href={href(`/data/${name}`, lang)}>
          {t.more}
          <span class="hidden"> ({title[lang]})</span>
        </a>
      </p>
    </section>
  );
}

/** Points that are not whole are rounded down: full marks are full marks. */
const rounded = ({ points, most }: { points: number; most: number }): [number, number] => [
  Math.floor(points),
  most,
];
