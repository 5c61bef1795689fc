import type { Call, CallStep } from '../../catalogue/calls/chain.ts';
import type { Language } from '../../language.ts';
import { readableDate } from '../words.ts';

/** What is asked about: a project, a strategy, some work of a municipality, or whoever is called themselves. */
export type Asked = 'projects' | 'strategies' | 'work' | 'themselves';

type Words = {
  /** Of a town hall, and of a Landratsamt. */
  readonly hall: readonly [string, string];
  readonly steps: Readonly<Record<CallStep, (hall: string, about: string) => string>>;
  readonly about: Readonly<Record<Asked, string>>;
  readonly ask: Readonly<Record<Asked, string>>;
  readonly unconfirmed: (date: string) => string;
};

const words: Readonly<Record<Language, Words>> = {
  de: {
    hall: ['Rathaus', 'Landratsamt'],
    steps: {
      OWN_CONTACT: (_hall, about) => `Ansprechstelle${about}`,
      FIELD_CONTACT: () => 'zuständig für das Handlungsfeld bei einer beteiligten Verwaltung',
      OWN_OFFICE: (hall, ask) => (ask ? `${hall}; ${ask}` : hall),
      LEAD_OFFICE: (hall, ask) => `${hall}, federführend; ${ask}`,
      PARTICIPANT_OFFICE: (hall, ask) => `${hall}, beteiligt; ${ask}`,
      DISTRICT_OFFICE: () => 'Landratsamt; für das Rathaus ist uns noch kein Weg bekannt',
      REGION_CONTACT: () => 'Ansprechstelle für die ganze Region; sie vermittelt',
      OFFICE_ADDRESS: (hall) => `${hall}; Telefon und E-Mail kennen wir noch nicht`,
    },
    about: {
      projects: ' des Projekts',
      strategies: ' der Strategie',
      work: ' des Vorhabens',
      themselves: '',
    },
    ask: {
      projects: 'fragen Sie nach dem Projekt',
      strategies: 'fragen Sie nach der Strategie',
      work: 'fragen Sie nach dem Vorhaben',
      themselves: '',
    },
    unconfirmed: (date) => (date ? `Stand ${date}, nicht bestätigt` : 'Stand unbekannt, nicht bestätigt'),
  },
  en: {
    hall: ['town hall', 'district office'],
    steps: {
      OWN_CONTACT: (_hall, about) => `contact${about}`,
      FIELD_CONTACT: () => 'in charge of the field of action at an administration that takes part',
      OWN_OFFICE: (hall, ask) => (ask ? `${hall}; ${ask}` : hall),
      LEAD_OFFICE: (hall, ask) => `${hall}, leads; ${ask}`,
      PARTICIPANT_OFFICE: (hall, ask) => `${hall}, takes part; ${ask}`,
      DISTRICT_OFFICE: () => 'district office; we know no way to the town hall yet',
      REGION_CONTACT: () => 'contact for the whole region; it puts you in touch',
      OFFICE_ADDRESS: (hall) => `${hall}; we do not know its telephone number and e-mail address yet`,
    },
    about: {
      projects: ' of the project',
      strategies: ' of the strategy',
      work: ' for this work',
      themselves: '',
    },
    ask: {
      projects: 'ask for the project',
      strategies: 'ask for the strategy',
      work: 'ask for this work',
      themselves: '',
    },
    unconfirmed: (date) => (date ? `as of ${date}, not confirmed` : 'of unknown date, not confirmed'),
  },
  fr: {
    hall: ['mairie', 'administration de l’arrondissement'],
    steps: {
      OWN_CONTACT: (_hall, about) => `contact${about}`,
      FIELD_CONTACT: () => 'chargé du champ d’action dans une administration participante',
      OWN_OFFICE: (hall, ask) => (ask ? `${hall}\u00a0; ${ask}` : hall),
      LEAD_OFFICE: (hall, ask) => `${hall}, responsable\u00a0; ${ask}`,
      PARTICIPANT_OFFICE: (hall, ask) => `${hall}, participante\u00a0; ${ask}`,
      DISTRICT_OFFICE: () =>
        'administration de l’arrondissement\u00a0; nous ne connaissons pas encore le moyen de joindre la mairie',
      REGION_CONTACT: () => 'contact pour toute la région\u00a0; il met en relation',
      OFFICE_ADDRESS: (hall) => `${hall}\u00a0; téléphone et adresse électronique pas encore connus`,
    },
    about: {
      projects: ' du projet',
      strategies: ' de la stratégie',
      work: ' pour ce projet',
      themselves: '',
    },
    ask: {
      projects: 'demandez le projet',
      strategies: 'demandez la stratégie',
      work: 'demandez ce projet',
      themselves: '',
    },
    unconfirmed: (date) => (date ? `au ${date}, non confirmé` : 'date inconnue, non confirmé'),
  },
};

/** Why somebody is to be called, in a few words. */
export function callInWords(call: Call, asked: Asked, lang: Language): string {
  const w = words[lang];
  const hall = w.hall[call.kind === 'LANDKREIS' ? 1 : 0];
  const text = w.steps[call.step](hall, call.step === 'OWN_CONTACT' ? w.about[asked] : w.ask[asked]);
  return call.unconfirmedSince === null
    ? text
    : `${text} (${w.unconfirmed(call.unconfirmedSince && readableDate(call.unconfirmedSince, lang))})`;
}

/** What a question about a record of an entity asks about. */
export const askedAbout = (entity: string): Asked =>
  entity === 'projects' || entity === 'strategies' ? entity : 'themselves';
