import { languagesFor } from '../../catalogue/model/localised.ts';
import type { Row } from '../../catalogue/query/page.ts';
import type { Language } from '../../language.ts';

/** Texts in the language asked for, else in German, else in English, without the suffix. */
export function localise(row: Row, lang: Language): Row {
  const languages = languagesOf(row, lang);
  const result: Row = {};
  for (const [column, value] of Object.entries(row)) {
    const text = /^(.+)_(de|en)$/.exec(column)?.[1];
    if (text) result[text] = row[`${text}_${languages[text]}`];
    else result[column] = value;
  }
  return result;
}

/** Which language `localise` finds each text in; German where there is none. */
export function languagesOf(row: Row, lang: Language): Record<string, Language> {
  const texts = Object.keys(row).flatMap((column) => /^(.+)_de$/.exec(column)?.[1] ?? []);
  const found = (text: string) =>
    languagesFor(lang).find((one) => (row[`${text}_${one}`] ?? null) !== null) ?? 'de';
  return Object.fromEntries(texts.map((text) => [text, found(text)]));
}
