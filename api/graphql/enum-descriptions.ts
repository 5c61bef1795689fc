/** What each enum value means, for the schema's documentation. */
export const enumDescriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MunicipalityKind: {
    STADTKREIS: 'A city that is its own district.',
    LANDKREIS: 'A rural district, itself an administration.',
    GROSSE_KREISSTADT: 'A larger town with tasks of a district.',
    STADT: 'A town.',
    GEMEINDE: 'A municipality without the title of a town.',
  },
  ProjectStatus: {
    IDEA: 'An idea without a decision.',
    PLANNED: 'Decided or prepared, not begun.',
    RUNNING: 'Under way or in operation.',
    COMPLETED: 'Finished as planned.',
    DISCONTINUED: 'Given up.',
    UNKNOWN: 'The source is too old or too vague to tell.',
  },
  StrategyStatus: {
    PLANNED: 'Intended, not begun.',
    IN_PREPARATION: 'Being written.',
    ADOPTED: 'Adopted by those in charge.',
    IN_IMPLEMENTATION: 'Adopted and being put into practice.',
    SUPERSEDED: 'Replaced by a later one.',
    UNKNOWN: 'The source does not tell.',
  },
  SizeClass: {
    BELOW_5000: 'Fewer than 5,000 inhabitants.',
    FROM_5000: '5,000 to 9,999 inhabitants.',
    FROM_10000: '10,000 to 19,999 inhabitants.',
    FROM_20000: '20,000 to 99,999 inhabitants.',
    FROM_100000: '100,000 inhabitants and more.',
  },
  ParticipationRole: { LEAD: 'Leads the project.', PARTNER: 'Takes part in it.' },
  CountPrecision: {
    EXACT: 'The number as counted.',
    ABOUT: 'About that number.',
    ALMOST: 'Almost that number.',
    MORE_THAN: 'More than that number.',
  },
  ChangeAction: {
    ADDED: 'The record is new.',
    CHANGED: 'The record was changed.',
    REMOVED: 'The record is gone.',
  },
  Language: { DE: 'German.', EN: 'English.' },
};
