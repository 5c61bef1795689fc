import { localised } from '../../../catalogue/model/localised.ts';
import { type Language as HubLanguage, languages } from '../../../language.ts';
import { enumRef } from '../read/list-arguments.ts';

const Language = enumRef(
  'Language',
  languages.map((one) => one.toUpperCase()),
  'A language that people read.',
);

export const languageOf = (lang: string) => lang.toLowerCase() as HubLanguage;

/** The text in the language asked for, else in the other one. Texts of the data do not exist in French. */
export const inLanguage = (lang: string, de: string | null, en: string | null): string | null =>
  localised(languageOf(lang), { de, en });

/** The argument of every text that exists in several languages. */
export const languageArgument = {
  type: Language,
  required: true,
  defaultValue: 'DE',
  description: 'Language asked for; where the text does not exist in it, German is given, else English.',
} as const;
