import type { Entity } from '../../../catalogue/model/entity.ts';
import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import { texts } from '../../../texts/texts.ts';
import { placeName } from '../../../texts/words.ts';
import type { Story } from './read-story.ts';

/** Where a record is at home, on the region in outline; a record without a place has none. */
export function RecordPlace({ site: { hub, lang }, entity, found, story }: Shown) {
  const t = texts[lang];
  const { record, named } = found;
  const ags = placesOf(entity, found, story);
  if (ags.length === 0 && !record.region_wide) return null;
  const names = record.region_wide
    ? t.regionWide
    : ags
        .map((key) =>
          placeName(key, named.municipalities?.[key] ?? story.places[key] ?? String(record.name), t),
        )
        .join(', ');
  const query = record.region_wide ? 'regionWide=true' : ags.map((key) => `municipality=${key}`).join('&');
  const address = (theme: string) => href(`/map/locator.svg?${query}&theme=${theme}`, lang);
  return (
    <figure class="place">
      <picture>
        <source srcset={address('dark')} media="screen and (prefers-color-scheme: dark)" />
        <img src={address('light')} alt={t.locator(names)} width="320" height="273" />
      </picture>
      <figcaption class="muted">{hub.region.attribution[lang].at(-1)}</figcaption>
    </figure>
  );
}

type Shown = {
  readonly site: Site;
  readonly entity: Entity;
  readonly found: FoundRecord;
  readonly story: Story;
};

/** The municipalities that a record names as its own. */
function placesOf(entity: Entity, { record }: FoundRecord, { at }: Story): readonly string[] {
  if (typeof record.ags === 'string') return [record.ags];
  const column = { projects: 'municipalities', strategies: 'owners', contacts: 'municipality' }[
    entity.name as string
  ];
  // A field or a topic is where its projects are.
  return column ? ([record[column] ?? []].flat() as string[]) : at;
}
