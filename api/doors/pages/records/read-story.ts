import { countCoverage } from '../../../catalogue/insight/coverage.ts';
import { listMissing } from '../../../catalogue/insight/missing.ts';
import { countAtPlaces, type PlaceCount } from '../../../catalogue/insight/place-counts.ts';
import { findSimilar, type SimilarProject } from '../../../catalogue/insight/similar.ts';
import type { Entity } from '../../../catalogue/model/entity.ts';
import { namesOf } from '../../../catalogue/query/names.ts';
import { sql } from '../../../database/sql.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import type { FoundRecord } from '../../../publishing/records/record.ts';

/** What a page tells beside the record itself. */
export type Story = {
  /** Names of municipalities that lists of other records lead to, by AGS. */
  readonly places: Readonly<Record<string, string>>;
  readonly similar: readonly SimilarProject[];
  /** What neighbours or members have, by AGS. */
  readonly counts: ReadonlyMap<string, PlaceCount>;
  /** Of a field: who has no project in it yet, and of how many. */
  readonly missing: readonly { readonly ags: string; readonly name: string }[];
  readonly municipalities: number;
};

/** So many similar projects are enough. */
const similar = 6;

/** Reads it in a number of statements that does not grow with the record. */
export async function readStory(
  hub: Hub,
  entity: Entity,
  { record, related }: FoundRecord,
  lang: Language,
): Promise<Story> {
  const around = (related.neighbours?.rows ?? []).concat(related.members?.rows ?? []);
  const isField = entity.name === 'fields';
  const [alike, counts, missing, coverage] = await Promise.all([
    entity.name === 'projects' ? findSimilar(hub, String(record.slug), similar) : [],
    around.length > 0
      ? countAtPlaces(
          hub,
          around.map(({ ags }) => String(ags)),
        )
      : [],
    isField ? listMissing(hub, String(record.slug)) : [],
    isField ? countCoverage(hub, 'FIELD', String(record.slug), sql`t.kind <> 'LANDKREIS'`) : [],
  ]);
  const keys = new Set([
    ...alike.flatMap(({ municipalities }) => municipalities),
    ...(entity.name === 'municipalities'
      ? []
      : (related.projects?.rows ?? []).flatMap(
          ({ municipalities }) => (municipalities as string[] | null) ?? [],
        )),
  ]);
  const names = await namesOf(hub, new Map([['municipalities', keys]]), lang);
  return {
    places: names.municipalities ?? {},
    similar: alike,
    counts: new Map(counts.map((one) => [one.ags, one])),
    missing,
    municipalities: coverage[0]?.municipalities ?? 0,
  };
}
