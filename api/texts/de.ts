import { de as widget } from '../../map-widget/model/texts/de.ts';
import { catalogueDe } from './catalogue/catalogue.de.ts';
import { dataDe } from './pages/data.de.ts';
import { embedDe } from './pages/embed.de.ts';

/** What is said to people in German. The other languages have the same keys, or they do not compile. */
export const de = {
  data: 'Daten',
  api: 'Schnittstelle (GraphQL)',
  question: 'Wer in der Region hat das schon, und wen rufe ich an?',
  figures: (projects: number, places: number) =>
    `${projects}\u00a0Projekte aus ${places}\u00a0Städten und Gemeinden, offen für alle.`,
  map: 'Karte',
  language: 'Deutsch',
  imprintOfData: 'Woher die Daten kommen',
  licence: 'Lizenz der Daten',
  named: widget.named,
  locator: (places: string) => `Lage in der Region: ${places}`,
  pictureOfMap: (title: string) => `Karte: ${title}`,
  skip: 'Zum Inhalt',
  projects: widget.projectsHeading,
  strategies: widget.strategiesHeading,
  contacts: widget.contactsHeading,
  municipalities: 'Kommunen',
  fields: 'Handlungsfelder',
  topics: 'Themen',
  events: 'Veranstaltungen',
  projectCount: (count: number) => (count === 1 ? '1\u00a0Projekt' : `${count}\u00a0Projekte`),
  nobodyYet: widget.invitation,
  dataset: dataDe,
  singular: {
    projects: 'Projekt',
    strategies: 'Strategie',
    contacts: widget.facts.contact,
    municipalities: 'Kommune',
    fields: 'Handlungsfeld',
    topics: 'Thema',
    events: 'Veranstaltung',
  },
  landkreis: widget.district,
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
  notNow: 'Gerade nicht erreichbar',
  tryLater:
    'Der Katalog ist gerade nicht erreichbar oder stark gefragt. Bitte versuchen Sie es in einer Minute noch einmal.',
  tooSlow: 'Das hat zu lange gedauert',
  askForLess: (seconds: number) =>
    `Diese Antwort brauchte länger als ${seconds} Sekunden, und so lange darf sie höchstens dauern (QUERY_MAX_SECONDS). Wählen Sie weniger auf einmal, oder versuchen Sie es in ein paar Minuten noch einmal.`,
  helpOn: 'Weiter geht es auf der Karte oder bei den Daten.',
  confirmedLongAgo: '– das ist über ein Jahr her; fragen Sie am besten nach',
  report: widget.report,
  goneTitle: 'Diesen Eintrag gibt es nicht mehr',
  gone: (what: string, date: string) => `${what} wurde am ${date} aus dem Verzeichnis genommen.`,
  thisRecord: 'Dieser Eintrag',
  unknownParameters: (names: readonly string[]) =>
    `In der Adresse steht ${names.map((name) => `„${name}“`).join(' und ')}; das kennt diese Seite nicht. Sie zeigt, was ohne das gilt.`,
  nothingAt: 'Unter dieser Adresse ist nichts eingetragen.',
  meant: 'Meinten Sie',
  search: 'Suchen',
  searchLabel: 'Projekte suchen',
  remove: 'entfernen',
  removeAll: widget.reset,
  nothingFound:
    'Zu dieser Auswahl gibt es noch kein Projekt. Entfernen Sie einen Filter, oder machen Sie den Anfang.',
  openHub: 'Die ganze Karte öffnen',
  embed: embedDe,
  neverConfirmed: 'noch nie bestätigt',
  asOf: (date: string) => `(${date})`,
  yes: 'ja',
  no: 'nein',
  regionWide: 'die ganze Region',
  ...catalogueDe,
};

export type Texts = typeof de;
