import type { Entity, EntityName } from '../catalogue/model/entity.ts';
import type { Reader } from '../catalogue/model/visibility.ts';
import { namesOf } from '../catalogue/query/names.ts';
import type { FilterInput } from '../catalogue/query/read-filter.ts';
import type { Language } from '../language.ts';
import { texts } from './texts.ts';
import { namedIn, placeName, readableDate, wordFor } from './words.ts';

/** What narrows a list, in words: `Handlungsfeld: Menschen mitnehmen`. */
export type FilterWord = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  /** The language of the values, where it is not that of the label. */
  readonly lang?: Language | undefined;
};

/** The filters that are set, in words and in the order in which the entity has them. */
export async function filterWords(
  reader: Reader,
  entity: Entity,
  filter: FilterInput,
  lang: Language,
): Promise<FilterWord[]> {
  const t = texts[lang];
  const set = Object.entries(entity.filters).filter(([name]) => filter[name] !== undefined);
  const valuesOf = (name: string) => [filter[name]].flat() as string[];
  const keys = new Map<EntityName, string[]>();
  for (const [name, { references }] of set)
    if (references) keys.set(references, [...(keys.get(references) ?? []), ...valuesOf(name)]);
  const named = await namesOf(reader, keys, lang);
  return set.map(([name, { references, type, values }]) => ({
    name,
    label: wordFor(t.filterLabels, name),
    lang: namedIn(references, lang),
    values: valuesOf(name).map((value) => {
      if (references) {
        const found = named[references]?.[value] ?? value;
        return references === 'municipalities' ? placeName(value, found, t) : found;
      }
      if (values) return wordFor(t.values, value);
      if (type === 'boolean') return value === 'true' ? t.yes : t.no;
      return type === 'date' ? readableDate(value, lang) : value;
    }),
  }));
}
