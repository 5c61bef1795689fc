import type { Entity } from '../../catalogue/model/entity.ts';
import { href, type Language } from '../../language.ts';
import { publicColumns } from '../../publishing/datasets/dataset.ts';
import { Layout, type Site } from '../../publishing/layout.tsx';
import type { FoundRecord } from '../../publishing/records/record.ts';
import { feedWords } from '../../texts/feed-words.ts';
import { texts } from '../../texts/texts.ts';
import { titleOf } from '../../texts/words.ts';
import { Fact } from './fact.tsx';
import { type FeedLink, FeedLinks, feedsAbout } from './feed-links.tsx';
import { PeersOf } from './peers.tsx';
import { RecordPlace } from './record-place.tsx';
import { Related } from './related.tsx';
import { structuredData } from './structured-data.ts';

/** What stands elsewhere on the page, or is only meant for machines. */
const elsewhere = new Set([
  'slug',
  'url',
  'title',
  'name',
  'organisation',
  'summary',
  'description',
  'latitude',
  'longitude',
  'position',
  'population_date',
  'participants_precision',
]);

/** `/projects/{slug}` and its kind: all that is public about a record, with links to everything related. */
export function RecordPage({ site, entity, found }: { site: Site; entity: Entity; found: FoundRecord }) {
  const { hub, lang } = site;
  const t = texts[lang];
  const { record, related } = found;
  const title = titleOf(record, t);
  const lead = record.summary ?? record.description;
  const path = String(record.url);
  const columns = new Map(
    publicColumns(entity).map((column) => [column.name.replace(/_(de|en)$/, ''), column]),
  );
  const other = (language: Language | undefined) => (language === lang ? undefined : language);
  const feeds = feedsAbout(entity, record, lang, `${t.projects}: ${title}`);
  const { REPORT_EMAIL } = hub.settings;
  return (
    <Layout
      site={site}
      title={`${title} – ${hub.region.title[lang]}`}
      description={String(lead ?? `${t.singular[entity.name]}: ${title}, ${hub.region.name[lang]}`)}
      path={path}
      embeds={href(path, lang)}
      picture={pictureOf(entity, found)}
      data={structuredData(site, entity, found, title)}
      alternates={[{ type: 'application/json', href: `${path}.json`, title: t.asData }, ...feeds]}
    >
      <p class="kicker">{t.singular[entity.name]}</p>
      <h1 lang={other(record.name ? (found.languages.name ?? lang) : 'de')}>{title}</h1>
      {lead ? (
        <p class="lead" lang={other(found.languages[record.summary ? 'summary' : 'description'])}>
          {String(lead)}
        </p>
      ) : null}
      <div class="record">
        <dl class="facts">
          {[...columns]
            .filter(([name]) => !elsewhere.has(name))
            .map(([name, column]) => (
              <Fact name={name} column={column} found={found} lang={lang} />
            ))}
        </dl>
        <RecordPlace site={site} entity={entity} found={found} />
      </div>
      {found.peers && <PeersOf peers={found.peers} lang={lang} />}
      {Object.entries(related).map(([list, rows]) => (
        <Related list={list} related={rows} of={entity} lang={lang} />
      ))}
      <p class="end">
        <a href={href(`${path}.json`, lang)}>{t.asData}</a>
        <FeedLine feeds={feeds} lang={lang} />
        {REPORT_EMAIL && (
          <>
            {' · '}
            <a href={`mailto:${REPORT_EMAIL}?subject=${encodeURIComponent(`${title} (${path})`)}`}>
              {t.report}
            </a>
          </>
        )}
      </p>
    </Layout>
  );
}

function FeedLine({ feeds, lang }: { feeds: readonly FeedLink[]; lang: Language }) {
  return feeds.length === 0 ? null : (
    <>
      {' · '}
      {feedWords[lang].follow}: <FeedLinks feeds={feeds} />
    </>
  );
}

/** The map that a preview of the page shows: of the place or the field itself, else of the region. */
function pictureOf(entity: Entity, { record }: FoundRecord): string {
  if (entity.name === 'municipalities') return `/map.png?municipality=${record.ags}`;
  if (entity.name === 'fields') return `/map.png?field=${record.slug}`;
  return '/map.png';
}
