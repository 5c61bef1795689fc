import type { LayerName } from './filters.ts';
import type { Counts } from './layer.ts';
import type { Texts } from './texts/texts.ts';

type Project = { readonly fresh: boolean; readonly regionWide: boolean };

/** The message of a layer in one sentence, about these municipalities and projects. */
export function headline(
  name: LayerName,
  texts: Texts,
  rows: readonly Counts[],
  projects: readonly Project[],
): string {
  const count = (which: (row: Counts) => unknown) => rows.filter(which).length;
  const of: Record<LayerName, () => string> = {
    projects: () => {
      if (projects.length === 0) return texts.summaryNone;
      if (projects.every(({ regionWide }) => regionWide)) return texts.summaryRegion(projects.length);
      return texts.summary(
        projects.length,
        count((row) => row.projects),
      );
    },
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
  // Where no municipality is asked about, there are still projects.
  return of[rows.length === 0 ? 'projects' : name]();
}

/** What the sentence about the projects leaves out: how many of them are for the whole region, if some are. */
export function regionDetail(name: LayerName, texts: Texts, projects: readonly Project[]): string[] {
  const { length } = projects.filter(({ regionWide }) => regionWide);
  return name === 'projects' && length > 0 && length < projects.length ? [texts.regionWide(length)] : [];
}
