import { figures } from './figures.ts';
import type { Texts } from './texts.ts';

/** What the two questions and their answers say; apart from the other texts, as they are a part of their own. */
export interface AnswerTexts {
  home: string;
  about: string;
  aboutHint: string;
  show: string;
  noSuggestion: string;
  helpers: (count: number) => string;
  nobody: string;
  more: (count: number) => string;
  also: (names: string[]) => string;
  moreProjects: (count: number) => string;
  own: string;
  inhabitants: (count: number) => string;
  neighbour: string;
  noWay: string;
  call: string;
  since: (date: string) => string;
}

const german = figures('de-DE');
const english = figures('en-GB');
const french = figures('fr-FR');

export const answerTexts: Record<Texts['lang'], AnswerTexts> = {
  de: {
    home: 'Ihre Gemeinde',
    about: 'Worum geht es?',
    aboutHint: 'zum Beispiel E-Akte, Kita-Anmeldung',
    show: 'Zeigen',
    noSuggestion: 'Dazu kennen wir nichts. Versuchen Sie ein anderes Wort.',
    helpers: (count) =>
      count === 1 ? 'Eine Stelle kann Ihnen helfen' : `${german.number(count)} können Ihnen helfen`,
    nobody: 'Dazu hat noch niemand etwas eingetragen. Machen Sie den Anfang?',
    more: (count) => `${german.number(count)} weitere auf der Karte`,
    also: (names) => `ebenso: ${names.join(', ')}`,
    moreProjects: (count) => `und ${german.counted('weiteres', 'weitere')(count)}`,
    own: 'Ihre Gemeinde ist selbst dabei:',
    inhabitants: (count) => `${german.number(count)} Einw.`,
    neighbour: 'Nachbar',
    noWay: 'Hier kennen wir noch keine Nummer und keine Adresse.',
    call: 'Wen rufe ich an?',
    since: (date) => `seit ${date}`,
  },
  en: {
    home: 'Your municipality',
    about: 'What is it about?',
    aboutHint: 'for example e-file, childcare registration',
    show: 'Show',
    noSuggestion: 'We know nothing of this. Try another word.',
    helpers: (count) => (count === 1 ? 'One can help you' : `${english.number(count)} can help you`),
    nobody: 'Nobody has entered anything on this yet. Will you be the first?',
    more: (count) => `${english.number(count)} more on the map`,
    also: (names) => `likewise: ${names.join(', ')}`,
    moreProjects: (count) => `and ${english.number(count)} more`,
    own: 'Your municipality takes part itself:',
    inhabitants: (count) => `${english.number(count)} inhab.`,
    neighbour: 'neighbour',
    noWay: 'We know no number and no address here yet.',
    call: 'Whom do I call?',
    since: (date) => `since ${date}`,
  },
  fr: {
    home: 'Votre commune',
    about: 'De quoi s’agit-il\u00a0?',
    aboutHint: 'par exemple dossier électronique, crèche',
    show: 'Afficher',
    noSuggestion: 'Nous ne connaissons rien à ce sujet. Essayez un autre mot.',
    helpers: (count) =>
      count < 2 ? 'Une instance peut vous aider' : `${french.number(count)} peuvent vous aider`,
    nobody: 'Personne n’a encore rien inscrit à ce sujet. Voulez-vous commencer\u00a0?',
    more: (count) => `${french.number(count)} de plus sur la carte`,
    also: (names) => `de même\u00a0: ${names.join(', ')}`,
    moreProjects: (count) => `et ${french.number(count)} de plus`,
    own: 'Votre commune participe elle-même\u00a0:',
    inhabitants: (count) => `${french.number(count)} hab.`,
    neighbour: 'commune voisine',
    noWay: 'Nous ne connaissons encore ni numéro ni adresse ici.',
    call: 'Qui appeler\u00a0?',
    since: (date) => `depuis ${date}`,
  },
};

/** Where a project stands, and since when: a running one tells its beginning, a finished one its end. */
export function stateInWords(texts: Texts, status: string, start: string | null, end: string | null): string {
  const word = texts.statuses[status] ?? '';
  const runs = status === 'RUNNING' || status === 'IN_IMPLEMENTATION';
  if (runs && start) return `${word} ${answerTexts[texts.lang].since(texts.date(start))}`;
  const date = status === 'COMPLETED' ? (end ?? start) : (start ?? end);
  return date ? `${word} (${texts.date(date)})` : word;
}
