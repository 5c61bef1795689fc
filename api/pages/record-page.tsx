import type { Entity } from '../catalogue/entity.ts';
import type { Row } from '../catalogue/page.ts';
import { publicColumns } from '../exports/dataset.ts';
import type { FoundRecord, RelatedList } from '../exports/record.ts';
import type { Language } from '../language.ts';
import { Fact } from './fact.tsx';
import { href, Layout, type Site, texts } from './layout.tsx';
import { placeName, telephone, wordFor } from './words.ts';

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

const titleOf = (record: Row, lang: Language) =>
  typeof record.ags === 'string'
    ? placeName(record.ags, String(record.name), texts[lang])
    : String(record.title ?? record.name ?? record.organisation);

/** `/projects/{slug}` and its kind: all that is public about a record, with links to everything related. */
export function RecordPage({ site, entity, found }: { site: Site; entity: Entity; found: FoundRecord }) {
  const { hub, lang } = site;
  const t = texts[lang];
  const { record, related } = found;
  const title = titleOf(record, lang);
  const lead = record.summary ?? record.description;
  const path = String(record.url);
  const columns = new Map(
    publicColumns(entity).map((column) => [column.name.replace(/_(de|en)$/, ''), column]),
  );
  return (
    <Layout
      site={site}
      title={`${title} – ${hub.region.title[lang]}`}
      description={String(lead ?? `${t.singular[entity.name]}: ${title}, ${hub.region.name[lang]}`)}
      path={path}
    >
      <p class="kicker">{t.singular[entity.name]}</p>
      <h1>{title}</h1>
      {lead ? <p class="lead">{String(lead)}</p> : null}
      <dl class="facts">
        {[...columns]
          .filter(([name]) => !elsewhere.has(name))
          .map(([name, column]) => (
            <Fact name={name} column={column} found={found} lang={lang} />
          ))}
      </dl>
      {Object.entries(related).map(([list, rows]) => (
        <Related list={list} related={rows} lang={lang} />
      ))}
      <p class="end">
        <a href={href(`${path}.json`, lang)}>{t.asData}</a>
      </p>
    </Layout>
  );
}

/** A place or a field without a project is told as an invitation; other empty lists not at all. */
function Related({ list, related, lang }: { list: string; related: RelatedList; lang: Language }) {
  const t = texts[lang];
  const { entity, rows } = related;
  const heading = list === 'neighbours' || list === 'members' ? t[list] : t[entity];
  if (rows.length === 0 && list !== 'projects') return null;
  return (
    <section>
      <h2>
        {heading} {rows.length > 0 && <span class="muted">{rows.length}</span>}
      </h2>
      {rows.length === 0 ? (
        <p>{t.nobodyYet}</p>
      ) : (
        <ul class={entity === 'municipalities' ? 'inline' : 'records'}>
          {rows.map((row) => (
            <li>
              {entity === 'contacts' ? (
                <ContactLine contact={row} lang={lang} />
              ) : (
                <>
                  <a href={href(String(row.url), lang)}>{titleOf(row, lang)}</a>{' '}
                  {typeof row.status === 'string' && row.status !== 'UNKNOWN' && (
                    <span class="muted">{wordFor(t.values, row.status)}</span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whom one can call, with the number right there. */
function ContactLine({ contact, lang }: { contact: Row; lang: Language }) {
  const { organisation, unit, role, phone, email, url } = contact;
  return (
    <>
      <a href={href(String(url), lang)}>{[organisation, unit].filter(Boolean).join(', ')}</a>
      {role ? <div>{String(role)}</div> : null}
      {(phone || email) && (
        <div>
          {typeof phone === 'string' && <a href={telephone(phone)}>{phone}</a>}
          {phone && email ? ' · ' : ''}
          {typeof email === 'string' && <a href={`mailto:${email}`}>{email}</a>}
        </div>
      )}
    </>
  );
}
