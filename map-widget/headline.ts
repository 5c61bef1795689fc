import type { LayerName } from './filters.ts';
import type { Counts } from './layer.ts';
import type { Texts } from './texts/texts.ts';

/** The message of a layer in one sentence, about these municipalities and projects. */
export function headline(
  name: LayerName,
  texts: Texts,
  rows: readonly Counts[],
  projects: readonly { readonly fresh: boolean }[],
): string {
  const count = (which: (row: Counts) => unknown) => rows.filter(which).length;
  const of: Record<LayerName, () => string> = {
    projects: () =>
      projects.length > 0
        ? texts.summary(
            projects.length,
            count((row) => row.projects),
          )
        : texts.summaryNone,
    strategies: () =>
      texts.haveStrategy(
        count((row) => row.strategies),
        rows.length,
      ),
    contacts: () =>
      texts.haveContact(
        count((row) => row.contacts),
        rows.length,
      ),
    coverage: () =>
      texts.takePart(
        count((row) => row.projects || row.strategies || row.contacts),
        rows.length,
      ),
    freshness: () => texts.confirmed(projects.filter(({ fresh }) => fresh).length, projects.length),
  };
  return of[name]();
}
