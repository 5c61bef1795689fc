import type { Language } from '../../language.ts';

/** The words of the feeds; those of columns and values are the pages'. */
type FeedWords = {
  readonly follow: string;
  readonly added: string;
  readonly changed: string;
  readonly confirmed: string;
  readonly removed: string;
  readonly before: (value: string) => string;
  /** A value that is gone. */
  readonly cleared: (label: string) => string;
  /** A word of the catalogue, such as a status, within a sentence. */
  readonly quoted: (word: string) => string;
  /** A day, a month or a year within a sentence. */
  readonly when: (date: string, precision: 'day' | 'month' | 'year') => string;
  /** What whom to call follows. */
  readonly call: string;
  readonly about: (title: string) => string;
  /** What yes and no mean, of columns that know nothing else. */
  readonly facts: Readonly<Record<string, readonly [yes: string, no: string]>>;
  /** Columns that stand above the facts of a page and have no label there. */
  readonly labels: Readonly<Record<string, string>>;
};

export const feedWords: Readonly<Record<Language, FeedWords>> = {
  de: {
    follow: 'Auf dem Laufenden bleiben',
    added: 'Neu',
    changed: 'Geändert',
    confirmed: 'Bestätigt',
    removed: 'Entfernt',
    before: (value) => `bisher ${value}`,
    cleared: (label) => `„${label}“ ist nicht mehr angegeben`,
    quoted: (word) => `„${word}“`,
    when: (date, precision) => `${{ day: 'am', month: 'im', year: 'im Jahr' }[precision]} ${date}`,
    call: 'Auskunft gibt:',
    facts: {
      region_wide: ['Gilt für die ganze Region.', 'Gilt nicht für die ganze Region.'],
      reusable: ['Andere dürfen es übernehmen.', 'Andere dürfen es nicht übernehmen.'],
      wfr_member: [
        'Ist Mitglied der regionalen Wirtschaftsförderung.',
        'Ist nicht Mitglied der regionalen Wirtschaftsförderung.',
      ],
    },
    about: (title) => `Was neu, geändert, bestätigt oder entfernt ist: ${title}`,
    labels: {
      title: 'Titel',
      name: 'Name',
      name_de: 'Name',
      name_en: 'Name (englisch)',
      organisation: 'Organisation',
      summary_de: 'Zusammenfassung',
      summary_en: 'Zusammenfassung (englisch)',
      description_de: 'Beschreibung',
      description_en: 'Beschreibung (englisch)',
      role_de: 'Zuständig für',
      role_en: 'Zuständig für (englisch)',
      position: 'Platz in der Reihenfolge',
      latitude: 'Geografische Breite',
      longitude: 'Geografische Länge',
      population_date: 'Stichtag der Einwohnerzahl',
      participants_precision: 'Genauigkeit der Zahl',
    },
  },
  en: {
    follow: 'Stay informed',
    added: 'New',
    changed: 'Changed',
    confirmed: 'Confirmed',
    removed: 'Removed',
    before: (value) => `before that ${value}`,
    cleared: (label) => `“${label}” is no longer given`,
    quoted: (word) => `“${word}”`,
    when: (date, precision) => `${precision === 'day' ? 'on' : 'in'} ${date}`,
    call: 'Whom to call:',
    facts: {
      region_wide: ['Is for the whole region.', 'Is not for the whole region.'],
      reusable: ['Others may copy it.', 'Others may not copy it.'],
      wfr_member: [
        'Is a member of the regional development association.',
        'Is not a member of the regional development association.',
      ],
    },
    about: (title) => `What is new, changed, confirmed or removed: ${title}`,
    labels: {
      title: 'Title',
      name: 'Name',
      name_de: 'Name (German)',
      name_en: 'Name',
      organisation: 'Organisation',
      summary_de: 'Summary (German)',
      summary_en: 'Summary',
      description_de: 'Description (German)',
      description_en: 'Description',
      role_de: 'In charge of (German)',
      role_en: 'In charge of',
      position: 'Place in the order',
      latitude: 'Latitude',
      longitude: 'Longitude',
      population_date: 'Date of the population',
      participants_precision: 'Precision of the number',
    },
  },
  fr: {
    follow: 'Rester informé',
    added: 'Nouveau',
    changed: 'Modifié',
    confirmed: 'Confirmé',
    removed: 'Retiré',
    before: (value) => `auparavant ${value}`,
    cleared: (label) => `«\u00a0${label}\u00a0» n’est plus indiqué`,
    quoted: (word) => `«\u00a0${word}\u00a0»`,
    when: (date, precision) => `${precision === 'day' ? 'le' : 'en'} ${date}`,
    call: 'Pour en savoir plus\u00a0:',
    facts: {
      region_wide: ['Vaut pour toute la région.', 'Ne vaut pas pour toute la région.'],
      reusable: ['D’autres peuvent le reprendre.', 'D’autres ne peuvent pas le reprendre.'],
      wfr_member: [
        'Membre de l’agence de développement régional.',
        'N’est pas membre de l’agence de développement régional.',
      ],
    },
    about: (title) => `Ce qui est nouveau, modifié, confirmé ou retiré\u00a0: ${title}`,
    labels: {
      title: 'Titre',
      name: 'Nom',
      name_de: 'Nom (allemand)',
      name_en: 'Nom (anglais)',
      organisation: 'Organisation',
      summary_de: 'Résumé (allemand)',
      summary_en: 'Résumé (anglais)',
      description_de: 'Description (allemand)',
      description_en: 'Description (anglais)',
      role_de: 'Responsable de (allemand)',
      role_en: 'Responsable de (anglais)',
      position: 'Place dans l’ordre',
      latitude: 'Latitude',
      longitude: 'Longitude',
      population_date: 'Date de la population',
      participants_precision: 'Précision du nombre',
    },
  },
};
