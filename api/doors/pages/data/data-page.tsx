import { href } from '../../../language.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { texts } from '../../../texts/texts.ts';
import { DownloadButtons } from './downloads.tsx';
import { Freshness } from './freshness.tsx';
import type { DatasetFacts } from './read-facts.ts';
import { Sources } from './sources.tsx';
import { catalogueData } from './structured-data.ts';
import { Ways, waysAlternates } from './ways.tsx';

/** `/data`: what there is, for people, and where it comes from. Each dataset has a page of its own. */
export function DataPage({ site, datasets }: { site: Site; datasets: readonly DatasetFacts[] }) {
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
