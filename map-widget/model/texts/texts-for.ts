import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

export const languages: Readonly<Record<string, Texts>> = { de, en, fr };

/** German is the language of the hub; `en-GB` reads the English texts. */
export function textsFor(lang: string | null | undefined): Texts {
  return languages[(lang ?? '').slice(0, 2).toLowerCase()] ?? de;
}
