import { isFresh } from '../../catalogue/model/freshness.ts';
import type { Row } from '../../catalogue/query/page.ts';
import type { Language } from '../../language.ts';
import { texts } from '../texts.ts';
import { readableDate, wordFor } from '../words.ts';
import { recordTexts } from './record.ts';

/** Where a project or strategy stands, and how sure that is: «läuft (Stand 2016, nicht bestätigt)». */
export function standing({ status, confirmed_at, source_date }: Row, lang: Language): string {
  const t = recordTexts[lang];
  const word = wordFor(texts[lang].values, String(status ?? 'UNKNOWN'));
  const date = (value: unknown) => readableDate(value, lang);
  if (confirmed_at)
    return `${word} (${(isFresh(String(confirmed_at)) ? t.confirmedOn : t.confirmedOnce)(date(confirmed_at))})`;
  if (source_date) return `${word} (${t.sourceOf(date(source_date))})`;
  return (status ?? 'UNKNOWN') === 'UNKNOWN' ? word : `${word} (${t.neverConfirmed})`;
}

/** When: «2016–2020», «seit 2016», «bis 2027»; null where neither is known. */
export function period({ period_start, period_end }: Row, lang: Language): string | null {
  const t = recordTexts[lang];
  const [start, end] = [period_start, period_end].map((date) => (date ? String(date).slice(0, 4) : null));
  if (start && end) return start === end ? start : `${start}–${end}`;
  if (start) return t.since(start);
  return end ? t.until(end) : null;
}
