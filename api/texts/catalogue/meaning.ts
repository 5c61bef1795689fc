import type { Column } from '../../catalogue/model/entity.ts';
import type { Language } from '../../language.ts';
import { columnsDe } from './columns.de.ts';
import { columnsFr } from './columns.fr.ts';

/** What a column means, in a language; the catalogue itself says it in English. */
export function meaningOf({ name, description }: Column, lang: Language): string {
  const translated = { de: columnsDe, fr: columnsFr, en: undefined }[lang];
  return translated?.[name] ?? description;
}
