/** A spreadsheet takes a text with such a beginning for a formula, whatever stands behind. */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/**
 * An apostrophe before what a spreadsheet would calculate. One that stands there already gets another, so that
 * `unguard` gives back exactly the text.
 */
export const guard = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const unguard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
