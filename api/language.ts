import { badInput } from './errors.ts';

/** The languages of the hub, German first; the region lies at the border to France. */
export const languages = ['de', 'en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** How dates and numbers are written in each. */
export const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB', fr: 'fr-FR' };

export const isLanguage = (given: unknown): given is Language => languages.includes(given as Language);

/** The language that `?lang=` asks for; German unless told. */
export function readLanguage(given: string | null | undefined): Language {
  if (given === null || given === undefined) return 'de';
  if (isLanguage(given)) return given;
  throw badInput('?lang', given, `allowed are ${languages.join(', ')}`);
}

/** A link within the hub that stays in the language. */
export const href = (path: string, lang: Language) =>
  lang === 'de' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
