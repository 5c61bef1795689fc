import { partialDate } from './partial-date.ts';

/** How a language writes numbers and dates. */
export function figures(locale: string) {
  const format = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const number = (value: number) => format.format(value);
  return {
    number,
    date: (value: string) => partialDate(value, locale),
    count: (value: number) => (value ? number(value) : ''),
    range: (from: number, to: number) => (from === to ? number(from) : `${number(from)}–${number(to)}`),
    km: (value: number) => `${number(value)} km`,
    /** A number with its noun; in French nothing is singular, too. */
    counted: (one: string, many: string) => (value: number) =>
      `${number(value)} ${rules.select(value) === 'one' ? one : many}`,
  };
}
