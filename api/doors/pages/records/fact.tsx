import type { Column } from '../../../catalogue/model/entity.ts';
import { isFresh } from '../../../catalogue/model/freshness.ts';
import { href, type Language } from '../../../language.ts';
import { entitiesWithPages } from '../../../publishing/datasets/register.ts';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import { texts } from '../../../texts/texts.ts';
import {
  namedIn,
  placeName,
  precisely,
  readableDate,
  shortAddress,
  telephone,
  wordFor,
} from '../../../texts/words.ts';

type Shown = {
  readonly name: string;
  readonly column: Column;
  readonly found: FoundRecord;
  readonly lang: Language;
};

/** One line of a record's facts; nothing where there is no value, but a missing confirmation is told. */
export function Fact({ name, column, found, lang }: Shown) {
  const t = texts[lang];
  const value = found.record[name];
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  const neverConfirmed = name === 'confirmed_at' && empty;
  if ((empty && !neverConfirmed) || (name === 'region_wide' && !value)) return null;
  return (
    <>
      <dt class={name === 'source' ? 'source' : undefined}>{wordFor(t.labels, name)}</dt>
      <dd
        class={name === 'source' ? 'source' : undefined}
        lang={neverConfirmed ? undefined : languageOf(name, column, found, lang)}
      >
        {neverConfirmed ? (
          t.neverConfirmed
        ) : (
          <Value name={name} column={column} found={found} lang={lang} value={value} />
        )}
      </dd>
    </>
  );
}

/** What people have written is German unless it is known in the language of the page. */
function languageOf(
  name: string,
  { type, references, values }: Column,
  { languages }: FoundRecord,
  lang: Language,
) {
  if (type !== 'text' || references || values) return undefined;
  const language = languages[name] ?? 'de';
  return language === lang ? undefined : language;
}

function Value({ name, column, value, found, lang }: Shown & { readonly value: unknown }) {
  const t = texts[lang];
  const { record } = found;
  const { references, type, values } = column;
  const number = (count: unknown) => new Intl.NumberFormat(lang).format(Number(count));
  if (references)
    return <References column={column} keys={[value].flat() as string[]} found={found} lang={lang} />;
  if (name === 'region_wide') return <>{t.regionWide}</>;
  if (name === 'population')
    return (
      <>
        {number(value)}{' '}
        {record.population_date ? (
          <span class="muted">{t.asOf(readableDate(record.population_date, lang))}</span>
        ) : null}
      </>
    );
  if (name === 'participants') return <>{precisely(number(value), record.participants_precision, t)}</>;
  if (name === 'source')
    return (
      <>
        {String(value)
          .split(' | ')
          .flatMap((part, at) => (at > 0 ? [<br />, part] : [part]))}
      </>
    );
  if (name === 'confirmed_at')
    return (
      <>
        {readableDate(value, lang)}{' '}
        {!isFresh(String(value)) && <span class="muted">{t.confirmedLongAgo}</span>}
      </>
    );
  if (type === 'boolean') return <>{value ? t.yes : t.no}</>;
  if (values) return <>{wordFor(t.values, String(value))}</>;
  if (type === 'url') return <a href={String(value)}>{shortAddress(String(value))}</a>;
  if (type === 'email') return <a href={`mailto:${value}`}>{String(value)}</a>;
  if (type === 'phone') return <a href={telephone(String(value))}>{String(value)}</a>;
  if (type === 'integer' || type === 'number') return <>{number(value)}</>;
  return <>{type === 'timestamp' || type === 'date' ? readableDate(value, lang) : String(value)}</>;
}

type ReferencesShown = Omit<Shown, 'name'> & { readonly keys: readonly string[] };

/** Other records by name, with a link where they have a page. */
function References({ column: { references }, keys, found, lang }: ReferencesShown) {
  const withPage = entitiesWithPages.some((entity) => entity.name === references);
  return (
    <ul class="inline">
      {keys.map((key) => {
        const given = (references && found.named[references]?.[key]) ?? key;
        const name = references === 'municipalities' ? placeName(key, given, texts[lang]) : given;
        return (
          <li lang={namedIn(references, lang)}>
            {withPage ? <a href={href(`/${references}/${key}`, lang)}>{name}</a> : name}
          </li>
        );
      })}
    </ul>
  );
}
