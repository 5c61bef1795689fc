import type { LayerName } from './filters.ts';
import type { Counts } from './layer.ts';
import type { Texts } from './texts/texts.ts';

/** How many projects there are, and how many of them are for the whole region or were confirmed within twelve months. */
export type ProjectCounts = { readonly total: number; readonly regionWide: number; readonly fresh: number };

export const countProjects = (
  projects: readonly { readonly fresh: boolean; readonly regionWide: boolean }[],
): ProjectCounts => ({
  total: projects.length,
  regionWide: projects.filter(({ regionWide }) => regionWide).length,
  fresh: projects.filter(({ fresh }) => fresh).length,
});

/** The message of a layer in one sentence, about these municipalities and projects. */
export function headline(
  name: LayerName,
  texts: Texts,
  rows: readonly Counts[],
  { total, regionWide, fresh }: ProjectCounts,
): string {
  const count = (which: (row: Counts) => unknown) => rows.filter(which).length;
  const of: Record<LayerName, () => string> = {
    projects: () => {
      if (total === 0) return texts.summaryNone;
      if (regionWide === total) return texts.summaryRegion(total);
      return texts.summary(
        total,
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
    freshness: () => texts.confirmed(fresh, total),
  };
  // Where no municipality is asked about, there are still projects.
  return of[rows.length === 0 ? 'projects' : name]();
}

/** What the sentence about the projects leaves out: how many of them are for the whole region, if some are. */
export function regionDetail(name: LayerName, texts: Texts, { total, regionWide }: ProjectCounts): string[] {
  return name === 'projects' && regionWide > 0 && regionWide < total ? [texts.regionWide(regionWide)] : [];
}
