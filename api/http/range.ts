/** First and last byte, both in it. */
export type Range = { readonly start: number; readonly end: number };

/**
 * The one range of bytes that a header `Range` asks for (RFC 9110, 14.1.2).
 * @returns undefined where it asks for none that is understood, which means the whole; null where it lies outside.
 */
export function readRange(header: string | undefined, size: number): Range | undefined | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start < size && start <= end ? { start, end } : null;
}
