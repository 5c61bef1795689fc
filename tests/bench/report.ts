/** How long each subject is measured, and how often. */
export type Options = { readonly seconds: number; readonly rounds: number };

/** A row of the table: what was measured, and what was to be reached where there is a goal. */
export type Result = {
  readonly what: string;
  readonly goal?: number;
  /** Whether it has to be at least the goal (more is better) or at most. */
  readonly better?: 'more' | 'less';
  readonly details: string;
  /** What should be looked at, whatever was measured. */
  readonly warnings?: readonly string[];
} & ({ readonly ratio: number } | { readonly value: number; readonly unit: 'MB' | 'ms' });

const measuredOf = (result: Result) => ('ratio' in result ? result.ratio : result.value);

export const reached = (result: Result) =>
  result.goal === undefined ||
  (result.better === 'more' ? measuredOf(result) >= result.goal : measuredOf(result) <= result.goal);

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
export const milliseconds = (value: number) => `${round(value)} ms`;

/** The results as a table in Markdown, as it stands in the README; what to look at stands below. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const unit = 'unit' in result ? ` ${result.unit}` : '';
    const { goal, better } = result;
    const aim = goal === undefined ? '' : `${better === 'more' ? 'at least' : 'at most'} ${goal}${unit}`;
    const verdict = goal === undefined ? '' : reached(result) ? 'yes' : 'no';
    return `| ${result.what} | ${round(measuredOf(result))}${unit} | ${aim} | ${verdict} | ${result.details} |`;
  });
  const warnings = results.flatMap((result) => result.warnings ?? []);
  return [
    '| measured | ratio | goal | reached | details |',
    '|---|---|---|---|---|',
    ...rows,
    ...[...new Set(warnings)].map((warning) => `\nWARNING: ${warning}`),
  ].join('\n');
}
