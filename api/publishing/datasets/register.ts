import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Entity } from '../../catalogue/model/entity.ts';
import { sql } from '../../database/sql.ts';
import { CallerError } from '../../errors.ts';
import { csv } from '../formats/csv.ts';
import type { Format } from '../formats/format.ts';
import { geojson } from '../formats/geojson.ts';
import { json } from '../formats/json.ts';
import { ndjson } from '../formats/ndjson.ts';
import { xlsx } from '../formats/xlsx.ts';
import { type Dataset, ofEntity } from './dataset.ts';
import { participations } from './participations.ts';
import { whoDoesWhat } from './who-does-what.ts';

const { projects, strategies, contacts, municipalities, fields, topics, events } = catalogue;

/** What can be downloaded, in the order in which people look for it. Each is one entry. */
const allDatasets: readonly Dataset[] = [
  whoDoesWhat,
  ofEntity(projects, {
    title: { de: 'Projekte', en: 'Projects', fr: 'Projets' },
    description: {
      de: 'Wer woran arbeitet: Projekte mit Beteiligten, Stand, Zeitraum, Förderung und Quelle.',
      en: 'Who is working on what: projects with participants, status, period, funding and source.',
      fr: 'Qui travaille à quoi\u00a0: projets avec participants, état, période, financement et source.',
    },
    place: {
      sql: sql`ARRAY(SELECT p.municipality FROM participation p WHERE p.project = t.slug ORDER BY p.position)`,
      several: true,
    },
  }),
  ofEntity(strategies, {
    title: { de: 'Strategien', en: 'Strategies', fr: 'Stratégies' },
    description: {
      de: 'Digitalstrategien der Kommunen.',
      en: 'Digital strategies of the municipalities.',
      fr: 'Stratégies numériques des communes.',
    },
    place: {
      sql: sql`ARRAY(SELECT o.municipality FROM strategy_owner o WHERE o.strategy = t.slug ORDER BY o.position)`,
      several: true,
    },
  }),
  ofEntity(contacts, {
    title: { de: 'Ansprechstellen', en: 'Contacts', fr: 'Contacts' },
    description: {
      de: 'Ämter und Organisationen, die man ansprechen kann.',
      en: 'Offices and organisations that you can turn to.',
      fr: 'Services et organisations à qui s’adresser.',
    },
    place: { sql: sql`array_remove(ARRAY[t.municipality], NULL)`, several: false },
  }),
  ofEntity(municipalities, {
    title: { de: 'Kommunen', en: 'Municipalities', fr: 'Communes' },
    description: {
      de: 'Städte, Gemeinden und Landkreise der Region mit Einwohnerzahl, Fläche und Ort.',
      en: 'Towns, municipalities and districts of the region with population, area and place.',
      fr: 'Villes, communes et Landkreise de la région, avec population, superficie et position.',
    },
    place: { sql: sql`ARRAY[t.ags]`, several: false },
  }),
  ofEntity(fields, {
    title: { de: 'Handlungsfelder', en: 'Fields of action', fr: 'Champs d’action' },
    description: {
      de: 'Die Handlungsfelder der Region, in ihrer Reihenfolge.',
      en: 'The fields of action of the region, in their order.',
      fr: 'Les champs d’action de la région, dans leur ordre.',
    },
  }),
  ofEntity(topics, {
    title: { de: 'Themen', en: 'Topics', fr: 'Thèmes' },
    description: {
      de: 'Die feineren Themen, nach denen Projekte geordnet sind.',
      en: 'The finer topics by which projects are sorted.',
      fr: 'Les thèmes plus fins qui ordonnent les projets.',
    },
  }),
  ofEntity(events, {
    title: { de: 'Veranstaltungen', en: 'Events', fr: 'Événements' },
    description: {
      de: 'Werkstätten und andere Treffen, und was dabei herauskam.',
      en: 'Workshops and other meetings, and what came of them.',
      fr: 'Ateliers et autres rencontres, et ce qui en est sorti.',
    },
  }),
  participations,
];

export const datasets: ReadonlyMap<string, Dataset> = new Map(allDatasets.map((one) => [one.name, one]));

/** @throws CallerError NOT_FOUND, with those that there are. */
export function requireDataset(name: string): Dataset {
  const dataset = datasets.get(name);
  if (dataset) return dataset;
  throw new CallerError(
    'NOT_FOUND',
    `There is no dataset ${name}. The datasets are ${[...datasets.keys()].join(', ')}.`,
  );
}

/** As what a dataset can be downloaded. Each is one entry. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [csv, xlsx, json, ndjson, geojson].map((format) => [format.extension, format]),
);

/** The formats that a dataset has. */
export const formatsOf = (dataset: Dataset): readonly Format[] =>
  [...formats.values()].filter((format) => format.fits(dataset));

/** Entities whose records have a page of their own. */
export const entitiesWithPages: readonly Entity[] = allDatasets.flatMap(({ entity }) => entity ?? []);
