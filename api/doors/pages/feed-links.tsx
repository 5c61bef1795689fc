import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Entity } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';
import type { FilterInput } from '../../catalogue/query/read-filter.ts';
import { href, type Language } from '../../language.ts';
import { feedFormats } from '../../publishing/addresses/feeds.ts';
import type { Alternate } from '../../publishing/layout.tsx';

export type FeedLink = Alternate & { readonly label: string };

/** The feeds of an entity under a filter, one for each format, for a page or its head. */
export function feedLinks(
  entity: Entity,
  lang: Language,
  title: string,
  filter: FilterInput = {},
): FeedLink[] {
  const search = new URLSearchParams(
    Object.entries(filter).flatMap(([name, given]) =>
      [given].flat().map((value): [string, string] => [name, String(value)]),
    ),
  );
  const query = search.size > 0 ? `?${search}` : '';
  return feedFormats.map(({ extension, contentType, label }) => ({
    type: contentType,
    href: href(`/feeds/${entity.name}.${extension}${query}`, lang),
    title: `${title} (${label})`,
    label,
  }));
}

/** Of a record that projects belong to: what is new among them. */
export function feedsAbout(entity: Entity, record: Row, lang: Language, title: string): FeedLink[] {
  const filter = Object.keys(catalogue.projects.filters).find((name) => name === entity.singular);
  return filter ? feedLinks(catalogue.projects, lang, title, { [filter]: record[entity.key] as string }) : [];
}

/** `Atom, JSON Feed` */
export const FeedLinks = ({ feeds }: { feeds: readonly FeedLink[] }) => (
  <>
    {feeds.map(({ href: address, type, label }, at) => (
      <>
        {at > 0 && ', '}
        <a href={address} type={type}>
          {label}
        </a>
      </>
    ))}
  </>
);
