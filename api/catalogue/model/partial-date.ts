import { wholePattern } from './patterns.ts';

const pattern = wholePattern('partialDate');

/** Whether `text` is `2016`, `2016-07` or `2016-07-14`, and a day that exists. */
export function isPartialDate(text: string): boolean {
  // The year before the first is -1.
  if (!pattern.test(text) || text.startsWith('0000')) return false;
  if (text.length < 10) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a moment is in a year that a date can have, and so is one for the database too. */
export const hasYear = (moment: Date): boolean =>
  moment.getUTCFullYear() >= 1 && moment.getUTCFullYear() <= 9999;
