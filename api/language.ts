import { badInput } from './errors.ts';

export type Language = 'de' | 'en';

/** The language that `?lang=` asks for; German unless told. */
export function readLanguage(given: string | null | undefined): Language {
  if (given === null || given === undefined || given === 'de') return 'de';
  if (given === 'en') return 'en';
  throw badInput('?lang', given, 'allowed are de and en');
}
