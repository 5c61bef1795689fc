/** How keys and dates are written: regular expressions without their ends, as forms and files take them too. */
export const patterns = {
  slug: '[a-z0-9]+(-[a-z0-9]+)*',
  /** Official municipality key: 8 digits, 5 for a Landkreis. */
  ags: '(\\d{5}|\\d{8})',
  /** As precise as the source: a year, a month or a day. */
  partialDate: '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?',
} as const;

/** The pattern as the whole of a text. */
export const wholePattern = (name: keyof typeof patterns): RegExp => new RegExp(`^${patterns[name]}$`);
