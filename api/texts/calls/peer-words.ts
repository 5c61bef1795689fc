import type { Reason } from '../../catalogue/insight/peer-ranking.ts';
import { type Language, locales } from '../../language.ts';

type Words = (reason: { number: string; here: string; value: number | null; word: string | null }) => string;

const stageWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    COMPLETED: 'hat ein Projekt abgeschlossen',
    RUNNING: 'hat ein laufendes Projekt',
    IN_IMPLEMENTATION: 'setzt eine Strategie um',
    ADOPTED: 'hat eine Strategie beschlossen',
    UNKNOWN: 'hat ein Projekt, dessen Stand nicht bekannt ist',
    PLANNED: 'plant dasselbe',
  },
  en: {
    COMPLETED: 'has completed a project',
    RUNNING: 'has a running project',
    IN_IMPLEMENTATION: 'is putting a strategy into practice',
    ADOPTED: 'has adopted a strategy',
    UNKNOWN: 'has a project whose status is not known',
    PLANNED: 'plans the same',
  },
  fr: {
    COMPLETED: 'a achevé un projet',
    RUNNING: 'a un projet en cours',
    IN_IMPLEMENTATION: 'met une stratégie en œuvre',
    ADOPTED: 'a adopté une stratégie',
    UNKNOWN: 'a un projet dont l’état n’est pas connu',
    PLANNED: 'projette la même chose',
  },
};

/** What somebody has experience with: one of it, and several. */
const workWords: Readonly<Record<Language, Readonly<Record<string, readonly [string, string]>>>> = {
  de: {
    PROJECTS: ['ein Projekt', 'Projekte'],
    STRATEGIES: ['eine Strategie', 'Strategien'],
    BOTH: ['', 'Projekte und Strategien'],
  },
  en: {
    PROJECTS: ['one project', 'projects'],
    STRATEGIES: ['one strategy', 'strategies'],
    BOTH: ['', 'projects and strategies'],
  },
  fr: {
    PROJECTS: ['un projet', 'projets'],
    STRATEGIES: ['une stratégie', 'stratégies'],
    BOTH: ['', 'projets et stratégies'],
  },
};

const work = (lang: Language, word: string | null, value: number | null, number: string) => {
  const [one, several] = workWords[lang][word ?? ''] ?? [];
  return value === 1 ? one : `${number} ${several}`;
};

/** Who can be called there. */
const contactWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    WORK: 'Kontakt zum Vorhaben',
    FIELD: 'Stelle für das Handlungsfeld',
    MUNICIPALITY: 'über das Rathaus zu erreichen',
  },
  en: {
    WORK: 'contact for this work',
    FIELD: 'an office for the field of action',
    MUNICIPALITY: 'can be reached through the town hall',
  },
  fr: {
    WORK: 'contact pour ce projet',
    FIELD: 'service chargé de ce champ d’action',
    MUNICIPALITY: 'joignable par la mairie',
  },
};

const words: Readonly<Record<Language, Readonly<Record<Reason['code'], Words>>>> = {
  de: {
    SIZE: ({ number, here }) => `${number} Einwohner (hier ${here})`,
    KIND: () => 'dieselbe Art von Kommune',
    DISTANCE: ({ number }) => `${number} km entfernt (Luftlinie)`,
    NEIGHBOUR: () => 'grenzt an',
    DISTRICT: () => 'im selben Landkreis',
    STAGE: ({ word }) => stageWords.de[word ?? ''] ?? '',
    EXPERIENCE: ({ number, value, word }) => `${work('de', word, value, number)} dazu`,
    CONTACT: ({ word }) => contactWords.de[word ?? ''] ?? '',
  },
  en: {
    SIZE: ({ number, here }) => `${number} inhabitants (here ${here})`,
    KIND: () => 'the same kind of municipality',
    DISTANCE: ({ number }) => `${number} km away (as the crow flies)`,
    NEIGHBOUR: () => 'shares a border',
    DISTRICT: () => 'in the same district',
    STAGE: ({ word }) => stageWords.en[word ?? ''] ?? '',
    EXPERIENCE: ({ number, value, word }) => `${work('en', word, value, number)} on this`,
    CONTACT: ({ word }) => contactWords.en[word ?? ''] ?? '',
  },
  fr: {
    SIZE: ({ number, here }) => `${number} habitants (ici ${here})`,
    KIND: () => 'même type de commune',
    DISTANCE: ({ number }) => `à ${number} km (à vol d’oiseau)`,
    NEIGHBOUR: () => 'commune voisine',
    DISTRICT: () => 'dans le même arrondissement',
    STAGE: ({ word }) => stageWords.fr[word ?? ''] ?? '',
    EXPERIENCE: ({ number, value, word }) => `${work('fr', word, value, number)} à ce sujet`,
    CONTACT: ({ word }) => contactWords.fr[word ?? ''] ?? '',
  },
};

/** A reason in a few words, with its numbers. */
export function reasonInWords({ code, value, here, word }: Reason, lang: Language): string {
  const write = (number: number | null) => number?.toLocaleString(locales[lang]) ?? '';
  return words[lang][code]({ number: write(value), here: write(here), value, word });
}
