import { catalogueDe } from './catalogue.de.ts';
import { columnsDe } from './columns.de.ts';

/** The words of the pages in German. English has the same keys, or it does not compile. */
export const de = {
  data: 'Daten',
  api: 'Schnittstelle (GraphQL)',
  map: 'Karte',
  language: 'Deutsch',
  imprintOfData: 'Woher die Daten kommen',
  licence: 'Lizenz der Daten',
  /** A name and what belongs to it. */
  named: (name: string, value: string) => `${name}: ${value}`,
  locator: (places: string) => `Lage in der Region: ${places}`,
  skip: 'Zum Inhalt',
  projects: 'Projekte',
  strategies: 'Strategien',
  contacts: 'Kontakte',
  municipalities: 'Kommunen',
  fields: 'Handlungsfelder',
  topics: 'Themen',
  events: 'Veranstaltungen',
  projectCount: (count: number) => (count === 1 ? '1\u00a0Projekt' : `${count}\u00a0Projekte`),
  nobodyYet: 'noch niemand: machen Sie den Anfang?',
  recordCount: (count: string) => `${count} Einträge`,
  dataIntro:
    'Alle Daten zum Herunterladen, vollständig und ohne Anmeldung. Filter wirken wie in der Karte, zum Beispiel ?field=digilab.',
  columns: 'Spalten',
  columnMeaning: (name: string, inCatalogue: string) => columnsDe[name] ?? inCatalogue,
  columnTypes: {
    key: 'Schlüssel',
    text: 'Text',
    integer: 'ganze Zahl',
    number: 'Zahl',
    boolean: 'ja oder nein (true, false)',
    date: 'Datum, so genau wie die Quelle',
    url: 'Adresse',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    timestamp: 'Zeitpunkt (UTC)',
  },
  several: 'mehrere, in CSV durch | getrennt',
  filters: 'Filter',
  singular: {
    projects: 'Projekt',
    strategies: 'Strategie',
    contacts: 'Kontakt',
    municipalities: 'Kommune',
    fields: 'Handlungsfeld',
    topics: 'Thema',
    events: 'Veranstaltung',
  },
  landkreis: (name: string) => `Landkreis ${name}`,
  neighbours: 'Nachbarn',
  members: 'Gemeinden im Landkreis',
  download: 'Herunterladen:',
  source: 'Quelle',
  date: 'Stand',
  file: 'Datei',
  note: 'Hinweis',
  attribution: 'Namensnennung',
  asData: 'Dieser Eintrag als Daten (JSON)',
  notFound: 'Hier ist nichts',
  failed: 'Das hat nicht geklappt',
  helpOn: 'Weiter geht es auf der Karte oder bei den Daten.',
  neverConfirmed: 'noch nie bestätigt',
  precisely: (precision: string | null, count: string) => {
    const words: Record<string, string> = { ABOUT: 'rund', ALMOST: 'knapp', MORE_THAN: 'mehr als' };
    return precision && words[precision] ? `${words[precision]} ${count}` : count;
  },
  asOf: (date: string) => `(${date})`,
  yes: 'ja',
  no: 'nein',
  regionWide: 'die ganze Region',
  ...catalogueDe,
};

export type Texts = typeof de;
