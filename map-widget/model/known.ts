/**
 * A value that is there by the way things are put together, where its type cannot say so.
 * @throws Error that names it: they have been put together in another way.
 */
export function known<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
