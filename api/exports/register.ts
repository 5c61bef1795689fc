import { catalogue } from '../catalogue/catalogue.ts';
import type { Entity } from '../catalogue/entity.ts';
import { sql } from '../database/sql.ts';
import { type Dataset, ofEntity } from './dataset.ts';
import { participations } from './datasets/participations.ts';
import { whoDoesWhat } from './datasets/who-does-what.ts';
import { csv } from './formats/csv.ts';
import type { Format } from './formats/format.ts';
import { geojson } from './formats/geojson.ts';
import { json } from './formats/json.ts';
import { ndjson } from './formats/ndjson.ts';

const { projects, strategies, contacts, municipalities, fields, topics, events } = catalogue;

/** What can be downloaded, in the order in which people look for it. Each is one entry. */
const allDatasets: readonly Dataset[] = [
  whoDoesWhat,
  ofEntity(projects, {
    title: { de: 'Projekte', en: 'Projects' },
    description: {
      de: 'Wer woran arbeitet: Projekte mit Beteiligten, Stand, Zeitraum, Förderung und Quelle.',
      en: 'Who is working on what: projects with participants, status, period, funding and source.',
    },
    place: {
      sql: sql`ARRAY(SELECT p.municipality FROM participation p WHERE p.project = t.slug ORDER BY p.position)`,
      several: true,
    },
  }),
  ofEntity(strategies, {
    title: { de: 'Strategien', en: 'Strategies' },
    description: {
      de: 'Digitalstrategien der Kommunen.',
      en: 'Digital strategies of the municipalities.',
    },
    place: {
      sql: sql`ARRAY(SELECT o.municipality FROM strategy_owner o WHERE o.strategy = t.slug ORDER BY o.position)`,
      several: true,
    },
  }),
  ofEntity(contacts, {
    title: { de: 'Kontakte', en: 'Contacts' },
    description: {
      de: 'Ämter und Organisationen, die man ansprechen kann.',
      en: 'Offices and organisations that you can turn to.',
    },
    place: { sql: sql`array_remove(ARRAY[t.municipality], NULL)`, several: false },
  }),
  ofEntity(municipalities, {
    title: { de: 'Kommunen', en: 'Municipalities' },
    description: {
      de: 'Städte, Gemeinden und Landkreise der Region mit Einwohnerzahl, Fläche und Ort.',
      en: 'Towns, municipalities and districts of the region with population, area and place.',
    },
    place: { sql: sql`ARRAY[t.ags]`, several: false },
  }),
  ofEntity(fields, {
    title: { de: 'Handlungsfelder', en: 'Fields of action' },
    description: {
      de: 'Die Handlungsfelder der Region, in ihrer Reihenfolge.',
      en: 'The fields of action of the region, in their order.',
    },
  }),
  ofEntity(topics, {
    title: { de: 'Themen', en: 'Topics' },
    description: {
      de: 'Die feineren Themen, nach denen Projekte geordnet sind.',
      en: 'The finer topics by which projects are sorted.',
    },
  }),
  ofEntity(events, {
    title: { de: 'Veranstaltungen', en: 'Events' },
    description: {
      de: 'Werkstätten und andere Treffen, und was dabei herauskam.',
      en: 'Workshops and other meetings, and what came of them.',
    },
  }),
  participations,
];

export const datasets: ReadonlyMap<string, Dataset> = new Map(allDatasets.map((one) => [one.name, one]));

/** As what a dataset can be downloaded. Each is one entry. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [csv, json, ndjson, geojson].map((format) => [format.extension, format]),
);

/** The formats that a dataset has. */
export const formatsOf = (dataset: Dataset): readonly Format[] =>
  [...formats.values()].filter((format) => format.fits(dataset));

/** Entities whose records have a page of their own; a topic is a word only. */
export const entitiesWithPages: readonly Entity[] = allDatasets
  .flatMap(({ entity }) => entity ?? [])
  .filter((entity) => entity !== topics);
