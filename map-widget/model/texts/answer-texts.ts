import { figures } from './figures.ts';
import { partialDate } from './partial-date.ts';

/** What the two questions and their answers say; apart from the other texts, as they are a part of their own. */
export interface AnswerTexts {
  ask: string;
  home: string;
  about: string;
  homeHint: string;
  aboutHint: string;
  show: string;
  suggestions: string;
  noSuggestion: string;
  clear: (name: string) => string;
  lists: Record<string, string>;
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
  office: string;
  /** where a project stands, and since or until when */
  state: (status: string, start: string | null, end: string | null) => string;
}

type States = Record<string, string>;

/** A running project tells its beginning, a finished one its end. */
const state =
  (locale: string, words: States, since: (date: string) => string) =>
  (status: string, start: string | null, end: string | null) => {
    const word = words[status] ?? '';
    if ((status === 'RUNNING' || status === 'IN_IMPLEMENTATION') && start)
      return `${word} ${since(partialDate(start, locale))}`;
    const date = status === 'COMPLETED' ? (end ?? start) : (start ?? end);
    return date ? `${word} (${partialDate(date, locale)})` : word;
  };

const german = figures('de-DE');
const english = figures('en-GB');
const french = figures('fr-FR');

export const answerTexts: Record<string, AnswerTexts> = {
  de: {
    ask: 'Wer kann uns helfen?',
    home: 'Ihre Gemeinde',
    about: 'Worum geht es?',
    homeHint: 'Name der Gemeinde',
    aboutHint: 'zum Beispiel E-Akte, Kita-Anmeldung',
    show: 'Zeigen',
    suggestions: 'Vorschläge',
    noSuggestion: 'Dazu kennen wir nichts. Versuchen Sie ein anderes Wort.',
    clear: (name) => `${name} leeren`,
    lists: { topics: 'Thema', fields: 'Handlungsfeld', projects: 'Projekt', municipalities: 'Gemeinde' },
    helpers: (count) =>
      count === 1 ? 'Eine Stelle kann Ihnen helfen' : `${german.number(count)} können Ihnen helfen`,
    nobody: 'Dazu hat noch niemand etwas eingetragen. Machen Sie den Anfang?',
    more: (count) => `${german.counted('weitere auf der Karte', 'weitere auf der Karte')(count)}`,
    also: (names) => `ebenso: ${names.join(', ')}`,
    moreProjects: (count) => `und ${german.counted('weiteres', 'weitere')(count)}`,
    own: 'Ihre Gemeinde ist selbst dabei:',
    inhabitants: (count) => `${german.number(count)} Einw.`,
    neighbour: 'Nachbar',
    noWay: 'Hier kennen wir noch keine Nummer und keine Adresse.',
    call: 'Wen Sie anrufen können',
    office: 'Anschrift',
    state: state(
      'de-DE',
      {
        IDEA: 'Idee',
        PLANNED: 'geplant',
        RUNNING: 'läuft',
        COMPLETED: 'abgeschlossen',
        UNKNOWN: 'Stand unbekannt',
        ADOPTED: 'beschlossen',
        IN_IMPLEMENTATION: 'wird umgesetzt',
      },
      (date) => `seit ${date}`,
    ),
  },
  en: {
    ask: 'Who can help us?',
    home: 'Your municipality',
    about: 'What is it about?',
    homeHint: 'Name of the municipality',
    aboutHint: 'for example e-file, childcare registration',
    show: 'Show',
    suggestions: 'Suggestions',
    noSuggestion: 'We know nothing of this. Try another word.',
    clear: (name) => `Clear ${name}`,
    lists: {
      topics: 'Topic',
      fields: 'Field of action',
      projects: 'Project',
      municipalities: 'Municipality',
    },
    helpers: (count) => (count === 1 ? 'One can help you' : `${english.number(count)} can help you`),
    nobody: 'Nobody has entered anything on this yet. Will you be the first?',
    more: (count) => `${english.number(count)} more on the map`,
    also: (names) => `likewise: ${names.join(', ')}`,
    moreProjects: (count) => `and ${english.number(count)} more`,
    own: 'Your municipality takes part itself:',
    inhabitants: (count) => `${english.number(count)} inhab.`,
    neighbour: 'neighbour',
    noWay: 'We know no number and no address here yet.',
    call: 'Whom you can call',
    office: 'Address',
    state: state(
      'en-GB',
      {
        IDEA: 'idea',
        PLANNED: 'planned',
        RUNNING: 'running',
        COMPLETED: 'completed',
        UNKNOWN: 'status unknown',
        ADOPTED: 'adopted',
        IN_IMPLEMENTATION: 'being put into practice',
      },
      (date) => `since ${date}`,
    ),
  },
  fr: {
    ask: 'Qui peut nous aider\u00a0?',
    home: 'Votre commune',
    about: 'De quoi s’agit-il\u00a0?',
    homeHint: 'Nom de la commune',
    aboutHint: 'par exemple dossier électronique, crèche',
    show: 'Afficher',
    suggestions: 'Suggestions',
    noSuggestion: 'Nous ne connaissons rien à ce sujet. Essayez un autre mot.',
    clear: (name) => `Effacer ${name}`,
    lists: { topics: 'Thème', fields: 'Champ d’action', projects: 'Projet', municipalities: 'Commune' },
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
    call: 'Qui vous pouvez appeler',
    office: 'Adresse',
    state: state(
      'fr-FR',
      {
        IDEA: 'idée',
        PLANNED: 'prévu',
        RUNNING: 'en cours',
        COMPLETED: 'achevé',
        UNKNOWN: 'état inconnu',
        ADOPTED: 'adoptée',
        IN_IMPLEMENTATION: 'mise en œuvre',
      },
      (date) => `depuis ${date}`,
    ),
  },
};
