/** Records go to the database and come from it in portions of this many. */
const portion = 1000;

/** The values in portions, so that no statement and no answer grows with the change. */
export function* portionsOf<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += portion) yield values.slice(start, start + portion);
}
