/** Dates are as precise as their source: a year, a month or a day; none is padded. */
export function partialDate(value: string, locale: string): string {
  const [year, month, day] = value.split('-').map(Number);
  if (!year || Number.isNaN(year)) return value;
  if (!month) return String(year);
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(locale, options).format(date);
}
