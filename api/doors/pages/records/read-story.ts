import { type Missing, readMissing } from '../../../catalogue/insight/missing.ts';
import { countAtPlaces, type PlaceCount } from '../../../catalogue/insight/place-counts.ts';
import { placesOfWork } from '../../../catalogue/insight/places-of-work.ts';
import { findSimilar, type SimilarProject } from '../../../catalogue/insight/similar.ts';
import type { Entity } from '../../../catalogue/model/entity.ts';
import { namesOf } from '../../../catalogue/query/names.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import { aroundStrategy } from './around-strategy.ts';

/** What a page tells beside the record itself. */
export type Story = {
  /** Names of municipalities that lists of other records lead to, by AGS. */
  readonly places: Readonly<Record<string, string>>;
  readonly similar: readonly SimilarProject[];
  /** Of a strategy. */
  readonly around: Awaited<ReturnType<typeof aroundStrategy>> | null;
  /** What neighbours or members have, by AGS. */
  readonly counts: ReadonlyMap<string, PlaceCount>;
  /** Of a field: who has no project in it yet. */
  readonly missing: Missing | null;
  /** Of a field or a topic: AGS of those who work on it; none where they are too many for a small map. */
  readonly at: readonly string[];
};

/** So many similar projects are enough. */
const similar = 6;
/** So many municipalities that have nothing yet are named. */
const mostMissing = 500;
/** A small map shows some places; of more it would be the region again. */
const mostPlaces = 100;

/** Reads it in a number of statements that does not grow with the record. */
export async function readStory(
  hub: Hub,
  entity: Entity,
  { record, related }: FoundRecord,
  lang: Language,
): Promise<Story> {
  const nearby = (related.neighbours?.rows ?? []).concat(related.members?.rows ?? []);
  const slug = String(record.slug);
  const isField = entity.name === 'fields';
  const [alike, around, counts, missing, at] = await Promise.all([
    entity.name === 'projects' ? findSimilar(hub, slug, similar) : [],
    entity.name === 'strategies' ? aroundStrategy(hub, record, lang) : null,
    nearby.length > 0
      ? countAtPlaces(
          hub,
          nearby.map(({ ags }) => String(ags)),
        )
      : [],
    isField ? readMissing(hub, slug, mostMissing) : null,
    isField || entity.name === 'topics'
      ? placesOfWork(hub, isField ? 'field' : 'topic', slug, mostPlaces)
      : null,
  ]);
  const keys = new Set([
    ...alike.flatMap(({ municipalities }) => municipalities),
    ...(at ?? []),
    ...(entity.name === 'municipalities'
      ? []
      : [...(related.projects?.rows ?? []), ...(around?.projects.rows ?? [])].flatMap(
          ({ municipalities }) => (municipalities as string[] | null) ?? [],
        )),
  ]);
  const names = await namesOf(hub, new Map([['municipalities', keys]]), lang);
  return {
    places: names.municipalities ?? {},
    similar: alike,
    around,
    counts: new Map(counts.map((one) => [one.ags, one])),
    missing,
    at: at ?? [],
  };
}
