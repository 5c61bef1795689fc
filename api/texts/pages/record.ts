import type { Language } from '../../language.ts';
import { type RecordTexts, recordDe } from './record.de.ts';
import { recordEn } from './record.en.ts';
import { recordFr } from './record.fr.ts';

/** The words of the pages of records. */
export const recordTexts: Readonly<Record<Language, RecordTexts>> = {
  de: recordDe,
  en: recordEn,
  fr: recordFr,
};
