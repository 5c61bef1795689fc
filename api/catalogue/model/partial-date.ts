/** A date as precise as its source: a year, a month or a day. */
const partialDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether `text` is `2016`, `2016-07` or `2016-07-14`, and a day that exists. */
export function isPartialDate(text: string): boolean {
  if (!partialDatePattern.test(text)) return false;
  if (text.length < 10) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
