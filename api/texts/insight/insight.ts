import type { Language } from '../../language.ts';
import { type InsightTexts, insightDe } from './insight.de.ts';
import { insightEn } from './insight.en.ts';
import { insightFr } from './insight.fr.ts';

export type { InsightTexts } from './insight.de.ts';

/** The words of `/insight`, of its plots and of the sheet for a meeting. */
export const insightTexts: Readonly<Record<Language, InsightTexts>> = {
  de: insightDe,
  en: insightEn,
  fr: insightFr,
};
