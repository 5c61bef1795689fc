import { wholePattern } from './patterns.ts';

const pattern = wholePattern('partialDate');

/** Whether `text` is `2016`, `2016-07` or `2016-07-14`, and a day that exists. */
export function isPartialDate(text: string): boolean {
  if (!pattern.test(text)) return false;
  if (text.length < 10) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
