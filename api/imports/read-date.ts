import type { Value } from '../curation/change.ts';
import { CellError } from './lines.ts';

const months = [
  'jan',
  'feb',
  'm(?:ä|a|ae)r|mrz',
  'apr',
  'ma[iy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[zc]',
];
const monthNames = months.map((beginning) => new RegExp(`^(?:${beginning})[a-z]*\\.?$`, 'i'));

const two = (digits: string | number) => String(digits).padStart(2, '0');

/**
 * A date as people and spreadsheets write it: 14.07.2016, 07.2016, Juli 2016, or a day with its midnight. What can mean
 * two things, such as 7/4/2016, stays as it is.
 * @throws CellError for «Jul 24»
 */
export function readDate(given: string): Value {
  const text = given.replace(/^'/, '');
  const [, day, dayMonth, dayYear] = /^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})$/.exec(text) ?? [];
  if (day && dayMonth && dayYear) return `${dayYear}-${two(dayMonth)}-${two(day)}`;
  const [, month, year] = /^(\d\d?)[./](\d{4})$/.exec(text) ?? [];
  if (month && year) return `${year}-${two(month)}`;
  const [, midnight] = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?$/.exec(text) ?? [];
  if (midnight) return midnight;
  const [, name, namedYear] = /^(\p{L}+\.?)[ -](\d{4})$/u.exec(text) ?? [];
  const at = name ? monthNames.findIndex((one) => one.test(name)) : -1;
  if (namedYear && at !== -1) return `${namedYear}-${two(at + 1)}`;
  const short = /^(?:(\p{L}+\.?)[ -](\d\d)|(\d\d)[ -](\p{L}+\.?))$/u.exec(text);
  if (short && monthNames.some((one) => one.test(short[1] ?? short[4] ?? '')))
    throw new CellError(
      "is what a spreadsheet makes of a month, or of a day without its year; write it anew, with an apostrophe in front: '2024-07.",
    );
  return /^(\d{4})\.0$/.exec(text)?.[1] ?? text;
}
