const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of a moment where the region lies, as a date of the catalogue: the days that people read are those. */
export const dayOf = (moment: Date | number): string => berlin.format(moment);

/** The same day a year before; 29 February comes after 28 February in every year. */
export function aYearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** What was confirmed on this day or later is fresh. */
export const freshSince = (now: Date | number = Date.now()): string => aYearBefore(dayOf(now));

/**
 * Whether a date as precise as its source is fresh. A year or a month counts from its beginning, as in every filter
 * by date: what may be older is not called fresh.
 */
export const isFresh = (date: string, now?: Date | number): boolean => date >= freshSince(now);
