import type { Entity } from '../../../catalogue/model/entity.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { licenceOf } from '../../../publishing/licences.ts';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import { texts } from '../../../texts/texts.ts';
import { placeName } from '../../../texts/words.ts';

type Thing = Record<string, unknown>;

/** The record in the words of schema.org: the page, and what it is about. */
export function structuredData(
  { hub, lang, base = '' }: Site,
  entity: Entity,
  found: FoundRecord,
  title: string,
): Thing {
  const { record, named } = found;
  const url = base + String(record.url);
  const places = (keys: unknown) =>
    ([keys ?? []].flat() as string[]).map((ags) => ({
      '@type': 'AdministrativeArea',
      '@id': `${base}/municipalities/${ags}`,
      name: placeName(ags, named.municipalities?.[ags] ?? ags, texts[lang]),
    }));
  return given({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url,
    name: title,
    inLanguage: lang,
    dateModified: isoDate(record.changed_at),
    license: licenceOf(hub, entity).url,
    isBasedOn: record.source_url,
    mainEntity: given({
      '@id': url,
      name: title,
      description: record.summary ?? record.description,
      ...about[entity.name]?.(record, places),
    }),
  });
}

/** What each kind of record is called there, and which of its columns have a name of theirs. */
const about: Partial<Record<Entity['name'], (record: Row, places: (keys: unknown) => Thing[]) => Thing>> = {
  municipalities: ({ ags, district, latitude, longitude, website }, places) => ({
    '@type': 'AdministrativeArea',
    identifier: ags,
    containedInPlace: places(district)[0],
    geo: latitude && longitude ? { '@type': 'GeoCoordinates', latitude, longitude } : null,
    sameAs: website,
  }),
  projects: ({ municipalities, website, period_start, period_end }, places) => ({
    '@type': 'Project',
    foundingDate: period_start,
    dissolutionDate: period_end,
    member: places(municipalities),
    sameAs: website,
  }),
  strategies: ({ owners, adopted_on, document_url }, places) => ({
    '@type': 'DigitalDocument',
    author: places(owners),
    datePublished: adopted_on,
    sameAs: document_url,
  }),
  contacts: ({ unit, email, phone, website, municipality }, places) => ({
    '@type': 'GovernmentOrganization',
    department: unit ? { '@type': 'GovernmentOrganization', name: unit } : null,
    areaServed: places(municipality)[0],
    email,
    telephone: phone,
    sameAs: website,
  }),
  fields: ({ slug }) => ({ '@type': 'DefinedTerm', termCode: slug }),
  events: ({ date, place, organiser }) => ({
    '@type': 'Event',
    startDate: date,
    location: place ? { '@type': 'Place', name: place, address: place } : null,
    organizer: organiser ? { '@type': 'Organization', name: organiser } : null,
  }),
};

const isoDate = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** Without what is not known. */
const given = (thing: Thing): Thing =>
  Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
