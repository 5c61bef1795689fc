import { answerTexts } from '../../../map-widget/model/texts/answer-texts.ts';
import { de as widget } from '../../../map-widget/model/texts/de.ts';
import type { Piece } from '../piece.ts';
import type { Forms } from '../words.ts';

/** The words of the pages of records in German. */
export const recordDe = {
  kindIn: (kind: string, district: string | null) => (district ? `${kind} im ${district}` : kind),
  call: answerTexts.de.call,
  otherwise: 'Oder',
  nobodyToCall: 'Dazu ist noch niemand bekannt.',
  facts: 'Angaben',
  takesPart: 'Wer beteiligt ist',
  leads: widget.roles.LEAD,
  alone: 'allein',
  withOthers: (count: number) => (count === 1 ? 'mit einer anderen' : `mit ${count} anderen`),
  does: (name: string, district: boolean) => (district ? `Was der ${name} tut` : `Was ${name} tut`),
  helps: (name: string, district: boolean) =>
    district ? `Wer dem ${name} helfen kann` : `Wer ${name} helfen kann`,
  figures: {
    projects: ['Projekt', 'Projekte'],
    strategies: ['Strategie', 'Strategien'],
    helpers: ['Verwaltung, die helfen kann', 'Verwaltungen, die helfen können'],
  } as Record<'projects' | 'strategies' | 'helpers', Forms>,
  fieldFigures: {
    projects: ['Projekt', 'Projekte'],
    municipalities: ['Kommune dabei', 'Kommunen dabei'],
    missing: ['noch nicht', 'noch nicht'],
  } as Record<'projects' | 'municipalities' | 'missing', Forms>,
  neighbours: 'Nachbarn und was sie haben',
  members: 'Gemeinden im Landkreis und was sie haben',
  nothing: 'noch nichts',
  count: (projects: number, strategies: number) =>
    [
      projects > 0 && (projects === 1 ? '1 Projekt' : `${projects} Projekte`),
      strategies > 0 && (strategies === 1 ? '1 Strategie' : `${strategies} Strategien`),
    ]
      .filter(Boolean)
      .join(', '),
  similar: 'Ähnliche Projekte',
  projectsOnIt: 'Projekte dazu',
  otherStrategies: 'Andere Strategien dazu',
  onMap: 'Auf der Karte zeigen',
  works: 'Wer daran arbeitet',
  missing: 'Wer noch fehlt',
  missingText: 'Diese Kommunen haben hier noch kein Projekt. Machen Sie den Anfang? Die anderen helfen gern.',
  more: (count: number) => `und ${count} weitere`,
  all: 'alle zeigen',
  eventsOn: 'Veranstaltungen dazu',
  outcome: 'Was herauskam',
  volunteersFor: (fields: Piece) => ['Aktive fanden sich für: ', fields, '.'],
  noVolunteersFor: (fields: Piece) => ['Noch niemand fand sich für: ', fields, '. Machen Sie den Anfang?'],
  took: (date: string, place: string | null, who: string | null) =>
    `Am ${date}${place ? `, ${place}` : ''}${who ? `, mit ${who} Teilnehmenden` : ''}.`,
  tookIn: (date: string, place: string | null, who: string | null) =>
    `${date}${place ? `, ${place}` : ''}${who ? `, mit ${who} Teilnehmenden` : ''}.`,
  invited: (who: Piece) => ['Eingeladen hat: ', who, '.'],
  rounds: (rounds: string, tables: string) => `Gearbeitet wurde in ${rounds} Runden an ${tables} Tischen.`,
  printed: (date: string) => `Stand: ${date}`,
  qr: 'Diese Seite im Netz',
  wrong: 'Stimmt etwas nicht mehr? Fehlt etwas?',
  meetingSheet: 'Blatt für eine Sitzung',
  since: (year: string) => `seit ${year}`,
  until: (year: string) => `bis ${year}`,
  confirmedOn: (date: string) => `bestätigt: ${date}`,
  confirmedOnce: (date: string) => `zuletzt bestätigt: ${date}`,
  sourceOf: (date: string) => `Stand ${date}, nicht bestätigt`,
  neverConfirmed: 'nicht bestätigt',
};

export type RecordTexts = typeof recordDe;
