import type { Column, Entity, EntityName } from '../catalogue/entity.ts';
import type { Row } from '../catalogue/page.ts';
import { type FoundRecord, localise } from '../exports/record.ts';
import type { Hub } from '../hub.ts';
import type { Language } from '../language.ts';
import { href, Layout, texts } from './layout.tsx';

/** What stands above the table of facts, or is only meant for machines. */
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
  'wfr_member',
  'position',
]);

const titleOf = (record: Row) => String(record.title ?? record.name ?? record.organisation);

/** A place on the web as people read it. */
const shortAddress = (url: string) => new URL(url).hostname.replace(/^www\./, '');

type Shown = { readonly found: FoundRecord; readonly lang: Language };

/** `/projects/{slug}` and its kind: all that is public about a record, with links to everything related. */
export function RecordPage({ hub, lang, entity, found }: Shown & { hub: Hub; entity: Entity }) {
  const t = texts[lang];
  const { record, related } = found;
  const title = titleOf(record);
  const lead = record.summary ?? record.description;
  const path = String(record.url);
  const columns = new Map(entity.columns.map((column) => [column.name.replace(/_(de|en)$/, ''), column]));
  return (
    <Layout
      hub={hub}
      lang={lang}
      title={`${title} – ${hub.region.title[lang]}`}
      description={String(lead ?? `${title}: ${hub.region.title[lang]}`)}
      path={path}
    >
      <p class="kicker">{t[entity.name]}</p>
      <h1>{title}</h1>
      {lead ? <p class="lead">{String(lead)}</p> : null}
      <dl class="facts">
        {[...columns].map(([name, column]) => (
          <Fact name={name} column={column} found={found} lang={lang} />
        ))}
      </dl>
      {(Object.entries(related) as [EntityName, Row[]][])
        .filter(([, rows]) => rows.length > 0)
        .map(([name, rows]) => (
          <section>
            <h2>
              {t[name]} <span class="muted">{rows.length}</span>
            </h2>
            <ul>
              {rows.map((row) => (
                <li>
                  <a href={href(String(row.url), lang)}>{titleOf(localise(row, lang))}</a>{' '}
                  {typeof row.status === 'string' && <span class="muted">{t.values[row.status]}</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      <p>
        <a href={href(`${path}.json`, lang)}>{t.asData}</a>
      </p>
    </Layout>
  );
}

function Fact({ name, column, found, lang }: Shown & { name: string; column: Column }) {
  const t = texts[lang];
  const value = found.record[name];
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  const shown =
    name === 'confirmed_at' && empty
      ? t.neverConfirmed
      : empty || (name === 'region_wide' && !value)
        ? null
        : value;
  if (shown === null || elsewhere.has(name)) return null;
  return (
    <>
      <dt>{t.labels[name] ?? name}</dt>
      <dd>
        {typeof shown === 'string' && empty ? (
          shown
        ) : (
          <Value name={name} column={column} value={shown} found={found} lang={lang} />
        )}
      </dd>
    </>
  );
}

function Value({
  name,
  column,
  value,
  found,
  lang,
}: Shown & { name: string; column: Column; value: unknown }) {
  const t = texts[lang];
  const { references, type, values } = column;
  if (references)
    return (
      <ul class="inline">
        {([value].flat() as string[]).map((key) => (
          <li>
            {references === 'topics' ? (
              (found.named.topics?.[key] ?? key)
            ) : (
              <a href={href(`/${references}/${key}`, lang)}>{found.named[references]?.[key] ?? key}</a>
            )}
          </li>
        ))}
      </ul>
    );
  if (name === 'region_wide') return <>{t.regionWide}</>;
  if (type === 'boolean') return <>{value ? t.yes : t.no}</>;
  if (values) return <>{t.values[String(value)] ?? String(value)}</>;
  if (type === 'url') return <a href={String(value)}>{shortAddress(String(value))}</a>;
  if (type === 'email') return <a href={`mailto:${value}`}>{String(value)}</a>;
  if (type === 'phone') return <a href={`tel:${String(value).replace(/[^\d+]/g, '')}`}>{String(value)}</a>;
  if (type === 'integer' || type === 'number')
    return <>{new Intl.NumberFormat(lang).format(Number(value))}</>;
  return <>{type === 'timestamp' || type === 'date' ? readableDate(value, lang) : String(value)}</>;
}

/** As precise as the source: a year stays a year. */
function readableDate(value: unknown, lang: Language): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  if (text.length === 4) return text;
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (text.length === 10) parts.day = 'numeric';
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', parts).format(
    new Date(text.length === 7 ? `${text}-01` : text),
  );
}
