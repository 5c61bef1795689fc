/** The day of the accessibility statement; it is stated anew when what it says changes. */
export const statedOn = '2026-11-26';

/** One page of every kind. The statement names them, and the tests check just these with axe and html-validate. */
export const checkedPages = [
  '/',
  '/embed',
  '/embed/builder',
  '/data',
  '/projects?field=menschen-mitnehmen&status=RUNNING',
  '/municipalities?near=08316056&page=1',
  '/strategies',
  '/contacts',
  '/events',
  '/fields',
  '/topics',
  '/search?q=schule',
  '/data/projects',
  '/municipalities/08316056',
  '/municipalities/08316',
  '/projects/frelo-leihraeder',
  '/strategies/neuenburg-smart-city-2022',
  '/contacts/gemeinde-rheinhausen',
  '/fields/menschen-mitnehmen',
  '/topics/beteiligung',
  '/events/digitaltag-freiburg-2025',
  '/insight',
  '/insight/years',
  '/insight/white-spots',
  '/embed/insight/coverage',
  '/imprint',
  '/privacy',
  '/accessibility',
];
