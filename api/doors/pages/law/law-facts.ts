import { createRequire } from 'node:module';
import type { Site } from '../../../publishing/layout.tsx';
import type { LawFacts } from '../../../texts/law/law-facts.ts';
import { readableDate } from '../../../texts/words.ts';
import { checkedPages, statedOn } from './checked-pages.ts';

const { devDependencies } = createRequire(import.meta.url)('../../../../package.json');

/** What the law pages say of just this hub. */
export function lawFacts({ hub: { region, settings }, lang, base = '' }: Site): LawFacts {
  const { LOG_RETENTION_DAYS, TILE_URL } = settings;
  return {
    host: new URL(base).host,
    operator: settings.OPERATOR_NAME || null,
    logDays: LOG_RETENTION_DAYS === '' ? null : LOG_RETENTION_DAYS,
    tiles: TILE_URL ? new URL(TILE_URL).host : null,
    accessibilityLaw: region.authorities?.accessibilityLaw?.[lang] ?? null,
    statedOn: readableDate(statedOn, lang),
    axe: devDependencies['axe-core'],
    pages: checkedPages.length,
    easyLanguage: settings.EASY_LANGUAGE_URL !== '',
    signLanguage: settings.SIGN_LANGUAGE_URL !== '',
  };
}
