import { partialDate } from './partial-date.ts';
import type { Texts } from './texts.ts';

const format = new Intl.NumberFormat('de-DE');
const count = (one: string, many: string) => (value: number) =>
  `${format.format(value)} ${value === 1 ? one : many}`;
const projects = count('Projekt', 'Projekte');
const municipalityCount = count('Gemeinde', 'Gemeinden');
const date = (value: string) => partialDate(value, 'de-DE');

export const de: Texts = {
  lang: 'de',
  title: 'Digitale Wege',
  all: 'Alle Themen',
  filter: 'Nach Handlungsfeld auswählen',
  map: 'Karte der Gemeinden',
  mapHelp:
    'Mit den Pfeiltasten zur Nachbargemeinde, mit der Eingabetaste öffnen. Alle Angaben stehen auch in der Liste.',
  list: 'Liste der Gemeinden',
  legend: 'Projekte je Gemeinde',
  municipalities: 'Städte und Gemeinden',
  districts: 'Region und Landkreise',
  wholeRegion: 'Ganze Region',
  nobodyYet: 'noch niemand',
  invitation: 'noch niemand: machen Sie den Anfang?',
  firstStep: 'Hier ist noch kein Projekt eingetragen. Machen Sie den Anfang?',
  hasStrategy: 'Gemeinde mit Strategie',
  loading: 'Die Karte wird geladen …',
  close: 'Schließen',
  zoomIn: 'Karte vergrößern',
  zoomOut: 'Karte verkleinern',
  zoomWhole: 'Ganze Region zeigen',
  unreachable: 'Die Angaben konnten nicht geladen werden.',
  mapUnreachable: 'Die Karte konnte nicht geladen werden. Die Liste ist vollständig.',
  recordUnreachable: 'Die Angaben zu dieser Gemeinde konnten nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  projectsHeading: 'Projekte',
  strategiesHeading: 'Strategien',
  contactsHeading: 'Ansprechstellen',
  noProjects: 'Zu diesem Handlungsfeld ist hier noch nichts eingetragen. Machen Sie den Anfang?',
  website: 'Website',
  fullPage: (name) => `Alles zu ${name}`,
  population: count('Einwohnerin oder Einwohner', 'Einwohnerinnen und Einwohner'),
  number: (value) => format.format(value),
  range: (from, to) => (from === to ? format.format(from) : `${format.format(from)}–${format.format(to)}`),
  projects,
  strategies: count('Strategie', 'Strategien'),
  contacts: count('Ansprechstelle', 'Ansprechstellen'),
  municipalityCount,
  summary: (total, municipalities) => `${projects(total)} in ${municipalityCount(municipalities)}`,
  summaryNone: 'Noch kein Projekt: machen Sie den Anfang?',
  regionWide: (total) => `davon ${format.format(total)} für die ganze Region`,
  inField: (field) => `Handlungsfeld: ${field}`,
  retryIn: (seconds) =>
    `Nächster Versuch in ${format.format(seconds)} ${seconds === 1 ? 'Sekunde' : 'Sekunden'}.`,
  district: (name) => `Landkreis ${name}`,
  period: (start, end) => {
    if (start && end) return start === end ? date(start) : `${date(start)} bis ${date(end)}`;
    return start ? `Beginn: ${date(start)}` : end ? `bis ${date(end)}` : '';
  },
  date,
  adopted: (value) => `beschlossen: ${date(value)}`,
  kinds: {
    STADTKREIS: 'Stadtkreis',
    LANDKREIS: 'Landkreis',
    GROSSE_KREISSTADT: 'Große Kreisstadt',
    STADT: 'Stadt',
    GEMEINDE: 'Gemeinde',
  },
  statuses: {
    IDEA: 'Idee',
    PLANNED: 'geplant',
    RUNNING: 'läuft',
    COMPLETED: 'abgeschlossen',
    DISCONTINUED: 'eingestellt',
    IN_PREPARATION: 'in Vorbereitung',
    ADOPTED: 'beschlossen',
    IN_IMPLEMENTATION: 'in Umsetzung',
    SUPERSEDED: 'abgelöst',
  },
};
