import { enumRef } from './list-arguments.ts';

export const Language = enumRef('Language', ['DE', 'EN'], 'A language that people read.');

/** The text in the language asked for, else in the other one. */
export const inLanguage = (lang: string, de: string | null, en: string | null): string | null =>
  lang === 'EN' ? (en ?? de) : (de ?? en);

/** The argument of every text that exists in two languages. */
export const languageArgument = {
  type: Language,
  required: true,
  defaultValue: 'DE',
  description: 'Language asked for; where the text does not exist in it, the other one is given.',
} as const;
