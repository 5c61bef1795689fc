import type { Language } from '../../language.ts';

/** The words of the lists and of the search page. */
export type ListWords = {
  /** «12 von 158» */
  readonly some: (count: string, of: string) => string;
  /** From a date on, without an end. */
  readonly since: (date: string) => string;
  /** Until a date, without a beginning. */
  readonly until: (date: string) => string;
  readonly page: (page: string, of: string) => string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly order: string;
  /** Names of the orders of all entities. */
  readonly orders: Readonly<Record<string, string>>;
  readonly narrow: string;
  readonly more: string;
  readonly any: string;
  readonly searchIn: (list: string) => string;
  readonly nothing: string;
  readonly onMap: string;
  readonly searchTitle: string;
  readonly searchLead: string;
  readonly searchLabel: string;
  readonly results: (count: string) => string;
  readonly corrected: string;
  readonly kinds: string;
  readonly filter: string;
};

export const listWords: Readonly<Record<Language, ListWords>> = {
  de: {
    some: (count, of) => `${count} von ${of}`,
    since: (date) => `seit ${date}`,
    until: (date) => `bis ${date}`,
    page: (page, of) => `Seite ${page} von ${of}`,
    pages: 'Seiten',
    previous: 'Zurück',
    next: 'Weiter',
    order: 'Reihenfolge',
    orders: {
      TITLE: 'nach Titel',
      NAME: 'nach Name',
      ORGANISATION: 'nach Organisation',
      POSITION: 'wie in der Region beschlossen',
      SLUG: 'nach Kennung',
      AGS: 'nach Gemeindeschlüssel',
      START: 'neueste zuerst (Beginn)',
      ADOPTED: 'neueste zuerst (Beschluss)',
      CHANGED: 'zuletzt geändert zuerst',
      POPULATION: 'größte zuerst',
      DATE: 'neueste zuerst',
    },
    narrow: 'Auswählen',
    more: 'Weitere Filter',
    any: 'alle',
    searchIn: (list) => `${list} durchsuchen`,
    nothing: 'Dazu ist noch nichts eingetragen. Entfernen Sie einen Filter, oder machen Sie den Anfang.',
    onMap: 'Auf der Karte',
    searchTitle: 'Suche',
    searchLead: 'Projekte, Kommunen, Strategien, Ansprechstellen und Veranstaltungen in einer Liste.',
    searchLabel: 'Wonach suchen Sie?',
    results: (count) => (count === '1' ? '1 Treffer' : `${count} Treffer`),
    corrected: 'So geschrieben gibt es nichts; gefunden wurde, was ähnlich geschrieben ist.',
    kinds: 'Art des Eintrags',
    filter: 'Anwenden',
  },
  en: {
    some: (count, of) => `${count} of ${of}`,
    since: (date) => `since ${date}`,
    until: (date) => `until ${date}`,
    page: (page, of) => `Page ${page} of ${of}`,
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    order: 'Order',
    orders: {
      TITLE: 'by title',
      NAME: 'by name',
      ORGANISATION: 'by organisation',
      POSITION: 'as the region decided',
      SLUG: 'by identifier',
      AGS: 'by municipality key',
      START: 'latest first (beginning)',
      ADOPTED: 'latest first (adoption)',
      CHANGED: 'latest change first',
      POPULATION: 'largest first',
      DATE: 'latest first',
    },
    narrow: 'Choose',
    more: 'More filters',
    any: 'all',
    searchIn: (list) => `Search ${list.toLowerCase()}`,
    nothing: 'Nothing is entered for this yet. Remove a filter, or be the first.',
    onMap: 'On the map',
    searchTitle: 'Search',
    searchLead: 'Projects, municipalities, strategies, contacts and events in one list.',
    searchLabel: 'What are you looking for?',
    results: (count) => (count === '1' ? '1 result' : `${count} results`),
    corrected: 'Nothing is written like that; what is written similarly was found.',
    kinds: 'Kind of entry',
    filter: 'Apply',
  },
  fr: {
    some: (count, of) => `${count} sur ${of}`,
    since: (date) => `depuis ${date}`,
    until: (date) => `jusqu’à ${date}`,
    page: (page, of) => `Page ${page} sur ${of}`,
    pages: 'Pages',
    previous: 'Précédent',
    next: 'Suivant',
    order: 'Ordre',
    orders: {
      TITLE: 'par titre',
      NAME: 'par nom',
      ORGANISATION: 'par organisation',
      POSITION: 'dans l’ordre décidé par la région',
      SLUG: 'par identifiant',
      AGS: 'par clé de commune',
      START: 'les plus récents d’abord (début)',
      ADOPTED: 'les plus récentes d’abord (adoption)',
      CHANGED: 'dernière modification d’abord',
      POPULATION: 'les plus grandes d’abord',
      DATE: 'les plus récents d’abord',
    },
    narrow: 'Choisir',
    more: 'Autres filtres',
    any: 'tous',
    searchIn: (list) => `Chercher\u00a0: ${list.toLowerCase()}`,
    nothing: 'Rien n’est encore inscrit à ce sujet. Retirez un filtre, ou faites le premier pas.',
    onMap: 'Sur la carte',
    searchTitle: 'Recherche',
    searchLead: 'Projets, communes, stratégies, contacts et événements dans une seule liste.',
    searchLabel: 'Que cherchez-vous\u00a0?',
    results: (count) => (count === '1' ? '1 résultat' : `${count} résultats`),
    corrected: 'Rien n’est écrit ainsi\u00a0; voici ce qui s’écrit de façon semblable.',
    kinds: 'Type d’entrée',
    filter: 'Appliquer',
  },
};
