import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Entity } from '../../../catalogue/model/entity.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import { href, type Language } from '../../../language.ts';
import { publicColumns } from '../../../publishing/datasets/dataset.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { period, standing } from '../../../texts/pages/standing.ts';
import { texts } from '../../../texts/texts.ts';
import { placeName, titleOf, wordFor } from '../../../texts/words.ts';
import { feedsAbout } from '../feed-links.tsx';
import { PassOn } from '../pass-on.tsx';
import { CallBox } from './call-box.tsx';
import { Fact } from './fact.tsx';
import { MainStory } from './main-story.tsx';
import { PrintFoot } from './print-foot.tsx';
import type { Story } from './read-story.ts';
import { RecordPlace } from './record-place.tsx';
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
  'changed_at',
  'reachable',
]);

/** What the meaning of a record has told already, by entity. */
const told: Partial<Record<Entity['name'], readonly string[]>> = {
  projects: ['status', 'municipalities', 'lead', 'contact', 'region_wide'],
  strategies: ['status', 'contact'],
  municipalities: ['kind', 'district'],
  events: [
    'date',
    'place',
    'organiser',
    'rounds',
    'tables',
    'participants',
    'volunteers_for',
    'no_volunteers_for',
  ],
  contacts: ['role', 'email', 'phone'],
};

type Shown = {
  readonly site: Site;
  readonly entity: Entity;
  readonly found: FoundRecord;
  readonly story: Story;
};

/** `/projects/{slug}` and its kind: what it means, whom to call, then facts, and what is near. */
export function RecordPage({ site, entity, found, story }: Shown) {
  const { hub, lang } = site;
  const t = texts[lang];
  const { record } = found;
  const title = titleOf(record, t);
  // Of a contact, what it can be asked about.
  const leadColumn = ['summary', 'description', 'role'].find((name) => record[name]) ?? '';
  const lead = record[leadColumn];
  const path = String(record.url);
  const other = (language: Language | undefined) => (language === lang ? undefined : language);
  const feeds = feedsAbout(entity, record, lang, `${t.projects}: ${title}`);
  const { REPORT_EMAIL } = hub.settings;
  return (
    <Layout
      site={site}
      title={`${title} – ${hub.region.title[lang]}`}
      description={String(lead ?? `${t.singular[entity.name]}: ${title}, ${hub.region.name[lang]}`)}
      path={path}
      script="/pass-on.js"
      embeds={href(path, lang)}
      picture={pictureOf(entity, found)}
      data={structuredData(site, entity, found, title)}
      alternates={[{ type: 'application/json', href: `${path}.json`, title: t.asData }, ...feeds]}
    >
      <article class="record">
        <div class="story">
          <p class="kicker">{kicker(entity, found, lang)}</p>
          <h1 lang={other(record.name ? (found.languages.name ?? lang) : 'de')}>{title}</h1>
          {'status' in record && (
            <p class="standing">
              {[standing(record, lang), period(record, lang)].filter(Boolean).join(' · ')}
            </p>
          )}
          {lead ? (
            <p class="lead" lang={other(found.languages[leadColumn])}>
              {String(lead)}
            </p>
          ) : null}
          <MainStory site={site} entity={entity} found={found} story={story} title={title} />
        </div>
        <aside>
          {(found.whomToCall.length > 0 || entity.name === 'contacts') && (
            <CallBox calls={found.whomToCall} lang={lang} />
          )}
          <RecordPlace site={site} entity={entity} found={found} story={story} />
          <Facts entity={entity} found={found} lang={lang} />
          <PassOn lang={lang} {...waysOf(entity, record, lang)} feeds={feeds} />
          <p class="end">
            {REPORT_EMAIL && (
              <>
                <a href={`mailto:${REPORT_EMAIL}?subject=${encodeURIComponent(`${title} (${path})`)}`}>
                  {t.report}
                </a>
                {' · '}
              </>
            )}
            <a href={href(`${path}.json`, lang)}>{t.asData}</a>
            {entity.name === 'fields' && (
              <>
                {' · '}
                <a href={href(`/insight/meeting?field=${record.slug}`, lang)}>
                  {recordTexts[lang].meetingSheet}
                </a>
              </>
            )}
          </p>
        </aside>
      </article>
      <PrintFoot site={site} path={path} />
    </Layout>
  );
}

/** What kind of record it is, and of a place in which Landkreis, with a link to that. */
function kicker({ name }: Entity, { record, named }: FoundRecord, lang: Language) {
  const t = texts[lang];
  if (name !== 'municipalities') return t.singular[name];
  const district = record.district ? String(record.district) : null;
  const kind = recordTexts[lang].kindIn(
    wordFor(t.values, String(record.kind)),
    district && placeName(district, named.municipalities?.[district] ?? district, t),
  );
  return district ? <a href={href(`/municipalities/${district}`, lang)}>{kind}</a> : kind;
}

/** What has not been told yet, in a narrow column. */
function Facts({ entity, found, lang }: Pick<Shown, 'entity' | 'found'> & { readonly lang: Language }) {
  const columns = new Map(
    publicColumns(entity).map((column) => [column.name.replace(/_(de|en)$/, ''), column]),
  );
  const already = new Set(told[entity.name]);
  const shown = [...columns].filter(
    ([name]) => !elsewhere.has(name) && !already.has(name) && !name.startsWith('office_'),
  );
  return (
    <section>
      <h2>{recordTexts[lang].facts}</h2>
      <dl class="facts">
        {shown.map(([name, column]) => (
          <Fact name={name} column={column} found={found} lang={lang} />
        ))}
      </dl>
    </section>
  );
}

/** The projects of a record as a file, a picture and a map for other pages; a project alone is no table. */
function waysOf(entity: Entity, record: Row, lang: Language) {
  const query = `${entity.singular}=${record[entity.key]}`;
  const filters = Object.keys(catalogue.projects.filters).includes(entity.singular);
  if (!filters && entity.name !== 'projects') return {};
  return {
    files: filters ? ([[`/projects.xlsx?${query}`, 'Excel']] as const) : [],
    picture: href(`/map.png?${query}`, lang),
    embed: href(`/embed/builder?${query}`, lang),
  };
}

/** The map that a preview of the page shows: of the place, the field or the topic itself, else of the region. */
function pictureOf(entity: Entity, { record }: FoundRecord): string {
  if (entity.name === 'municipalities') return `/map/card.png?municipality=${record.ags}`;
  if (entity.name === 'fields') return `/map/card.png?field=${record.slug}`;
  if (entity.name === 'topics') return `/map/card.png?topic=${record.slug}`;
  const places = [record.municipalities ?? record.owners ?? record.municipality ?? []].flat() as string[];
  // A map of some places; of all that take part in something large it would be the region again.
  if (places.length > 0 && places.length <= 40)
    return `/map/card.png?${places.map((ags) => `municipality=${ags}`).join('&')}`;
  return '/map/card.png';
}
