import { partialDate } from './partial-date.ts';

/** How a language writes numbers and dates. */
export function figures(locale: string) {
  // To make a format takes longer than to show all numbers of a map; most of them are written alike everywhere.
  let format: Intl.NumberFormat | undefined;
  const number = (value: number) => {
    if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
    format ??= new Intl.NumberFormat(locale);
    return format.format(value);
  };
  const isOne = locale.startsWith('fr') ? (value: number) => value < 2 : (value: number) => value === 1;
  return {
    number,
    date: (value: string) => partialDate(value, locale),
    count: (value: number) => (value ? number(value) : ''),
    range: (from: number, to: number) => (from === to ? number(from) : `${number(from)}–${number(to)}`),
    km: (value: number) => `${number(value)} km`,
    /** A number with its noun; in French nothing is singular, too. */
    counted: (one: string, many: string) => (value: number) =>
      `${number(value)} ${isOne(value) ? one : many}`,
  };
}
