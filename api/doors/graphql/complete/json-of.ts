/** A text without quotes, backslashes, controls and halves of a sign, which JSON writes in another way. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** The same as JSON.stringify, sooner for what most values are: short texts with nothing to escape. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'string') return plain.test(value) ? `"${value}"` : JSON.stringify(value);
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
