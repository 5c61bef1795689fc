/**
 * The key by which Germans sort (DIN 5007-1): small letters, umlauts and accents as their base letters, ß as ss.
 * Computed here and stored, so that every database orders alike.
 */
export function sortKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
