import type { CountClass } from './classes.ts';
import { countClasses } from './classes.ts';
import type { MunicipalityRow, RegionMapData } from './contract.ts';
import type { Texts } from './texts/texts.ts';

/** What every part of the widget draws from: one answer of the hub, sorted once. */
export interface View {
  texts: Texts;
  data: RegionMapData;
  field: string | null;
  selected: string | null;
  /** on the map, by name */
  municipalities: MunicipalityRow[];
  districts: MunicipalityRow[];
  classes: CountClass[];
}

export function viewOf(
  texts: Texts,
  data: RegionMapData,
  field: string | null,
  selected: string | null,
): View {
  const sorted = [...data.municipalities].sort((a, b) => a.name.localeCompare(b.name, 'de'));
  const municipalities = sorted.filter(({ kind }) => kind !== 'LANDKREIS');
  return {
    texts,
    data,
    field,
    selected,
    municipalities,
    districts: sorted.filter(({ kind }) => kind === 'LANDKREIS'),
    classes: countClasses(municipalities.map(({ projects }) => projects)),
  };
}

/** The same words for the list and for the map, so that both say the same to a screen reader. */
export function describe(
  row: Pick<MunicipalityRow, 'name' | 'projects' | 'strategies' | 'contacts'>,
  texts: Texts,
): string {
  const parts = [row.name, row.projects ? texts.projects(row.projects) : texts.nobodyYet];
  if (row.strategies) parts.push(texts.strategies(row.strategies));
  if (row.contacts) parts.push(texts.contacts(row.contacts));
  return parts.join(', ');
}
