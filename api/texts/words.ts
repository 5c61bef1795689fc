import { phoneUri } from '../catalogue/calls/phone.ts';
import type { EntityName } from '../catalogue/model/entity.ts';
import { dayOf } from '../catalogue/model/freshness.ts';
import { languagesFor } from '../catalogue/model/localised.ts';
import type { Row } from '../catalogue/query/page.ts';
import { type Language, locales } from '../language.ts';
import type { Texts } from './de.ts';

/** The word for a value of the catalogue; the value itself where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, value: string): string =>
  words[value] ?? value;

/**
 * As precise as the source: a year stays a year, and a moment is its day in the region. What is no date, as in a
 * filter that is refused meanwhile, stays as it is.
 */
export function readableDate(value: unknown, lang: Language): string {
  const text = value instanceof Date ? dayOf(value) : String(value);
  if (text.length === 4) return text;
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (text.length === 10) parts.day = 'numeric';
  const date = new Date(text.length === 7 ? `${text}-01` : text);
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(locales[lang], parts).format(date);
}

/** For `lang`: what is written in German, such as a title, inside a page of another language. */
export const germanIn = (lang: Language): 'de' | undefined => (lang === 'de' ? undefined : 'de');

/** For `lang`: what is written in German and English, such as the name of a topic; French has none of its own. */
export function localisedIn(lang: Language): Language | undefined {
  const [written] = languagesFor(lang);
  return written === lang ? undefined : written;
}

/** For `lang`: the language of what records of a kind are called; a place is called the same everywhere. */
export function namedIn(entity: EntityName | undefined, lang: Language): Language | undefined {
  if (entity === undefined || entity === 'municipalities') return undefined;
  return entity === 'fields' || entity === 'topics' ? localisedIn(lang) : germanIn(lang);
}

/** What is counted, for one and for another number. */
export type Forms = readonly [one: string, other: string];

export const formFor = (count: number, [one, other]: Forms, lang: Language): string =>
  new Intl.PluralRules(lang).select(count) === 'one' ? one : other;

/** A place on the web as people read it. */
export const shortAddress = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;

/** `0761 201-0` as an address that a telephone dials from anywhere: `tel:+497612010`. */
export const telephone = (number: string): string =>
  phoneUri(number) ?? `tel:${number.replace(/[^\d+]/g, '')}`;

/** A Landkreis often has the name of its town, so it is told apart; its key has five digits. */
export const placeName = (ags: string, name: string, t: Texts): string =>
  ags.length === 5 ? t.landkreis(name) : name;

/** What people call a record. */
export const titleOf = (record: Row, t: Texts): string =>
  typeof record.ags === 'string'
    ? placeName(record.ags, String(record.name), t)
    : String(record.title ?? record.name ?? record.organisation);

/** A number as exactly as it is known: «rund 40». */
export const precisely = (number: string, precision: unknown, { values }: Texts): string =>
  typeof precision === 'string' && precision !== 'EXACT' ? `${wordFor(values, precision)} ${number}` : number;
