import { type Language, locales } from '../language.ts';
import type { Texts } from './texts/de.ts';

/** The word for a value of the catalogue; the value itself where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, value: string): string =>
  words[value] ?? value;

/** As precise as the source: a year stays a year. */
export function readableDate(value: unknown, lang: Language): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  if (text.length === 4) return text;
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (text.length === 10) parts.day = 'numeric';
  return new Intl.DateTimeFormat(locales[lang], parts).format(
    new Date(text.length === 7 ? `${text}-01` : text),
  );
}

/** A place on the web as people read it. */
export const shortAddress = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;

/** `+49 761 201-0` as an address that a telephone dials. */
export const telephone = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

/** A Landkreis often has the name of its town, so it is told apart; its key has five digits. */
export const placeName = (ags: string, name: string, t: Texts): string =>
  ags.length === 5 ? t.landkreis(name) : name;
