import type { Row } from '../../../catalogue/query/page.ts';
import { href } from '../../../language.ts';
import type { Dataset } from '../../../publishing/datasets/dataset.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { attributionOf, licenceOf } from '../../../publishing/licences.ts';
import { feedWords } from '../../../texts/pages/feed-words.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, wordFor } from '../../../texts/words.ts';
import { FeedLinks, feedLinks } from '../feed-links.tsx';
import { Snippet } from '../snippet.tsx';
import { Columns } from './columns.tsx';
import { type CommandName, commandsFor } from './commands.ts';
import { DownloadButtons, RawDownloads } from './downloads.tsx';
import { Freshness } from './freshness.tsx';
import { Preview } from './preview.tsx';
import type { DatasetFacts } from './read-facts.ts';
import { datasetData } from './structured-data.ts';

type Shown = { readonly site: Site; readonly facts: DatasetFacts; readonly rows: readonly Row[] };

/** `/data/{dataset}`: what it is, how fresh, how it looks, and every way to have it. */
export function DatasetPage({ site, facts, rows }: Shown) {
  const { hub, lang } = site;
  const { dataset } = facts;
  const t = texts[lang];
  const title = dataset.title[lang];
  const feeds = dataset.entity ? feedLinks(dataset.entity, lang, title) : [];
  return (
    <Layout
      site={site}
      title={`${title} – ${t.data} – ${hub.region.title[lang]}`}
      description={dataset.description[lang]}
      path={`/data/${dataset.name}`}
      script="/copy.js"
      data={{ '@context': 'https://schema.org', ...datasetData(site, facts) }}
      alternates={[
        { type: 'text/csv', href: `/data/${dataset.name}.csv`, title },
        { type: 'application/json', href: `/data/${dataset.name}.json`, title },
        ...feeds,
      ]}
    >
      <p class="kicker">
        <a href={href('/data', lang)}>{t.data}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{dataset.description[lang]}</p>
      <Freshness facts={facts} lang={lang} />
      <DownloadButtons dataset={dataset} lang={lang} />
      <RawDownloads dataset={dataset} lang={lang} />
      <Terms site={site} dataset={dataset} />
      <Preview dataset={dataset} rows={rows} count={facts.count} lang={lang} />
      <Commands site={site} dataset={dataset} />
      <Columns columns={dataset.columns} lang={lang} />
      <Filters site={site} dataset={dataset} />
      {feeds.length > 0 && (
        <section>
          <h2 id="follow">{feedWords[lang].follow}</h2>
          <p>
            {t.dataset.followHint} <FeedLinks feeds={feeds} />
          </p>
        </section>
      )}
    </Layout>
  );
}

function Terms({ site: { hub, lang }, dataset }: { site: Site; dataset: Dataset }) {
  const { dataset: t, named } = texts[lang];
  const licence = licenceOf(hub, dataset);
  return (
    <p class="muted terms">
      {named(t.licence, '')}
      <a href={licence.url} lang={germanIn(lang)}>
        {licence.name}
      </a>
      {' · '}
      {named(t.attribution, attributionOf(hub, dataset, lang).join(' · '))}
      {' · '}
      <a href={`${href('/data', lang)}#sources`}>{texts[lang].imprintOfData}</a>
    </p>
  );
}

function Commands({ site: { base = '', lang }, dataset }: { site: Site; dataset: Dataset }) {
  const t = texts[lang].dataset;
  const commands = Object.entries(commandsFor(dataset, base)) as [CommandName, string][];
  return (
    <section>
      <h2 id="commands">{t.commands}</h2>
      <div class="commands">
        {commands.map(([name, code]) => (
          <Snippet id={name} label={t.commandHints[name]} code={code} copy={t.copy} done={t.copied} />
        ))}
      </div>
    </section>
  );
}

function Filters({ site: { base = '', lang }, dataset }: { site: Site; dataset: Dataset }) {
  const { dataset: t, filterLabels } = texts[lang];
  const names = Object.keys(dataset.filters);
  if (names.length === 0) return null;
  return (
    <section>
      <h2 id="filters">{t.filters}</h2>
      <p>
        {t.filtersHint} <code>{`${base}/data/${dataset.name}.csv?${exampleOf(names)}`}</code>
      </p>
      <ul class="columns">
        {names.map((name) => (
          <li>
            <code>{name}</code> <span class="muted">{wordFor(filterLabels, name)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const exampleOf = (names: readonly string[]) =>
  names.includes('district') ? 'district=08316' : `${names[0]}=…`;
