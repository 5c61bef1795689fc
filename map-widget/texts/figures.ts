import { partialDate } from './partial-date.ts';

/** How a language writes numbers and dates. */
export function figures(locale: string) {
  // Made when the first number is shown: three languages are there, and one of them is seen.
  let format: Intl.NumberFormat | undefined;
  let rules: Intl.PluralRules | undefined;
  const number = (value: number) => {
    format ??= new Intl.NumberFormat(locale);
    return format.format(value);
  };
  const isOne = (value: number) => {
    rules ??= new Intl.PluralRules(locale);
    return rules.select(value) === 'one';
  };
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
