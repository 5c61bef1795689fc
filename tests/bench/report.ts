/** A row of the table: what was measured against what, and what was to be reached. */
export type Result = {
  readonly what: string;
  readonly ratio: number;
  readonly goal: number;
  /** Whether the ratio has to be at least the goal (more is better) or at most. */
  readonly better: 'more' | 'less';
  readonly details: string;
};

export const reached = ({ ratio, goal, better }: Result) =>
  better === 'more' ? ratio >= goal : ratio <= goal;

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
export const milliseconds = (value: number) => `${round(value)} ms`;

/** The results as a table in Markdown, as it stands in the README. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const goal = `${result.better === 'more' ? 'at least' : 'at most'} ${result.goal}`;
    return `| ${result.what} | ${round(result.ratio)} | ${goal} | ${reached(result) ? 'yes' : 'no'} | ${result.details} |`;
  });
  return ['| measured | ratio | goal | reached | details |', '|---|---|---|---|---|', ...rows].join('\n');
}
