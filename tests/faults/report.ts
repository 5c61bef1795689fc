/** One claim that a fault was thrown at, and what was measured. */
export type Finding = {
  /** The claim, e.g. `every start after a kill serves`. */
  readonly what: string;
  /** The figure or what was said. */
  readonly measured: string;
  /** What is right, in words. */
  readonly goal: string;
  readonly held: boolean;
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

/** The findings as a table in Markdown, as it stands in the README of this folder. */
export const table = (findings: Readonly<Record<string, readonly Finding[]>>): string =>
  [
    '| subject | claim | measured | goal | held |',
    '|---|---|---|---|---|',
    ...Object.entries(findings).flatMap(([subject, found]) =>
      found.map(
        ({ what, measured, goal, held }) =>
          `| ${[subject, what, measured, goal, held ? 'yes' : 'NO'].map(cell).join(' | ')} |`,
      ),
    ),
  ].join('\n');
