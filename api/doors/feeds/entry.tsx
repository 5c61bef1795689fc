import { titleOfRemoved } from '../../catalogue/history/removed.ts';
import type { Column, Entity } from '../../catalogue/model/entity.ts';
import { seesAll, type Viewer } from '../../catalogue/model/visibility.ts';
import type { Names } from '../../catalogue/query/names.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { type Language, locales } from '../../language.ts';
import { localise } from '../../publishing/records/localise.ts';
import { feedSentences } from '../../texts/catalogue/feed-sentences.ts';
import { feedWords } from '../../texts/pages/feed-words.ts';
import { texts } from '../../texts/texts.ts';
import { placeName, precisely, readableDate, telephone, wordFor } from '../../texts/words.ts';
import type { RecordChange, Removal } from './changes.ts';

export type EntryKind = 'added' | 'changed' | 'confirmed' | 'removed';

/** An entry of a feed, as both kinds of feed give it. */
export type FeedEntry = {
  readonly kind: EntryKind;
  readonly title: string;
  /** What changed, as HTML. */
  readonly html: string;
};

export type Telling = {
  readonly entity: Entity;
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly lang: Language;
  readonly viewer: Viewer;
  /** Whom to call about each record, by its key; none where nobody can be called. */
  readonly calls: ReadonlyMap<string, Row>;
};

/** A change in words; null where nothing of it may be told. */
export function tell(change: RecordChange | Removal, telling: Telling): FeedEntry | null {
  const { entity, columns, lang } = telling;
  const t = feedWords[lang];
  if (change.action === 'REMOVED') return tellRemoval(change, entity, lang);
  const told = columns.flatMap((column) => {
    const sentence = sentenceOf(column, change, telling);
    return sentence ? [{ column, sentence }] : [];
  });
  if (change.action === 'CHANGED' && told.length === 0) return null;
  const confirmed = change.action === 'CHANGED' && told.every(({ column }) => column.name === 'confirmed_at');
  const kind = change.action === 'ADDED' ? 'added' : confirmed ? 'confirmed' : 'changed';
  const record = localise(change.record, lang);
  const call = telling.calls.get(change.key);
  const title = String(record.title ?? record.name ?? record.organisation);
  const summary = change.action === 'ADDED' && (record.summary ?? record.description);
  const html = (
    <>
      {summary ? <p>{String(summary)}</p> : null}
      {told.length > 0 && <p>{told.map(({ sentence }) => sentence).join(' ')}</p>}
      {call && <CallSentence call={call} lang={lang} />}
    </>
  );
  return { kind, title: `${t[kind]}: ${title}`, html: String(html) };
}

/** A contact that is gone has no name any more. */
function tellRemoval({ before, at }: Removal, entity: Entity, lang: Language): FeedEntry {
  const { gone, singular, thisRecord } = texts[lang];
  const name = titleOfRemoved(entity, before);
  const told = gone(name ?? thisRecord, readableDate(at, lang));
  return {
    kind: 'removed',
    title: `${feedWords[lang].removed}: ${name ?? singular[entity.name]}`,
    html: String(<p>{told}</p>),
  };
}

/** Of what is new, these are no news: they stand in the title or on the page of the record. */
const notNews = new Set(['latitude', 'longitude', 'position', 'population_date', 'office_confidence']);

/** One column of a change as a sentence; null where it did not change, or cannot be told. */
function sentenceOf(
  column: Column,
  { action, before, after, record }: RecordChange,
  { entity, names, lang, viewer }: Telling,
): string | null {
  const { name, type } = column;
  // The key is in the address, and how exact a number is stands beside it.
  if (column.derived || name === entity.key || name === 'participants_precision') return null;
  const added = action === 'ADDED';
  const own = name === 'participants' ? [name, 'participants_precision'] : [name];
  if (!added && own.every((one) => same(before?.[one], after[one]))) return null;
  const t = feedWords[lang];
  const hidesSome = !seesAll(entity.table, viewer);
  // Of contacts only what is public today is told: an old number may have been somebody's own.
  const now = hidesSome ? record : after;
  const [yes, no] = t.facts[name] ?? [];
  if (yes && now[name] === true) return yes;
  // Of what is new, nobody needs to be told what it is not.
  if (no && now[name] === false) return added ? null : no;
  const words = readable(column, now, names, lang);
  if (added && (words === null || type === 'url' || isText(name) || notNews.has(name))) return null;
  const old = added || hidesSome || isText(name) ? null : readable(column, before ?? {}, names, lang);
  if (words === null && old === null && !hidesSome) return null;
  const beginning = feedSentences[lang][name] ?? `${labelOf(name, lang)}:`;
  const told = words === null ? t.cleared(labelOf(name, lang)) : `${theRight(beginning, now[name])} ${words}`;
  const whole = old === null ? told : `${told}, ${t.before(old)}`;
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

const theRight = (beginning: string | readonly [string, string], value: unknown): string =>
  typeof beginning === 'string' ? beginning : beginning[Array.isArray(value) && value.length > 1 ? 1 : 0];

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
/** Long texts are told as they are now, beside the title or as a change. */
const isText = (name: string) => /^(title|name|summary|description|source)(_(de|en))?$/.test(name);
const labelOf = (name: string, lang: Language) =>
  feedWords[lang].labels[name] ?? wordFor(texts[lang].labels, name);

/** The value of a column as people read it; null for none. Keys of records that are not public are none. */
function readable(
  { name, type, references, values }: Column,
  row: Row,
  names: Names,
  lang: Language,
): string | null {
  const t = texts[lang];
  const words = [row[name] ?? []].flat().flatMap((one): string[] => {
    if (references) {
      const found = names[references]?.[String(one)];
      if (found === undefined) return [];
      return [references === 'municipalities' ? placeName(String(one), found, t) : found];
    }
    if (name === 'participants')
      return [precisely(amount(name, Number(one), lang), row.participants_precision, t)];
    if (values) return [feedWords[lang].quoted(wordFor(t.values, String(one)))];
    if (type === 'integer' || type === 'number') return [amount(name, Number(one), lang)];
    return [type === 'date' ? readableWhen(String(one), lang) : String(one)];
  });
  return words.length === 0 ? null : new Intl.ListFormat(locales[lang]).format(words);
}

const amount = (name: string, value: number, lang: Language): string =>
  new Intl.NumberFormat(
    locales[lang],
    name.endsWith('_eur') ? { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } : {},
  ).format(value) + (name.endsWith('_km2') ? '\u00a0km²' : '');

const readableWhen = (date: string, lang: Language): string =>
  feedWords[lang].when(
    readableDate(date, lang),
    date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day',
  );

/** Whom to call about a record, now. */
function CallSentence({ call, lang }: { call: Row; lang: Language }) {
  const { organisation, unit, phone, phone_uri, email, why } = call;
  const ways = [
    phone ? <a href={String(phone_uri ?? telephone(String(phone)))}>{String(phone)}</a> : null,
    email ? <a href={`mailto:${email}`}>{String(email)}</a> : null,
  ].filter((way) => way !== null);
  return (
    <p>
      {feedWords[lang].call} {[organisation, unit].filter(Boolean).join(', ')}
      {ways.map((way) => (
        <>, {way}</>
      ))}
      {why ? ` (${why}).` : '.'}
    </p>
  );
}
