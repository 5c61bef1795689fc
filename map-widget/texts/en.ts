import { partialDate } from './partial-date.ts';
import type { Texts } from './texts.ts';

const format = new Intl.NumberFormat('en-GB');
const count = (one: string, many: string) => (value: number) =>
  `${format.format(value)} ${value === 1 ? one : many}`;
const projects = count('project', 'projects');
const municipalityCount = count('municipality', 'municipalities');
const date = (value: string) => partialDate(value, 'en-GB');

export const en: Texts = {
  lang: 'en',
  title: 'Digitale Wege',
  all: 'All topics',
  filter: 'Choose a field of action',
  map: 'Map of the municipalities',
  mapHelp: 'Arrow keys go to the next municipality, Enter opens it. The list has everything the map shows.',
  list: 'List of the municipalities',
  legend: 'Projects per municipality',
  municipalities: 'Towns and municipalities',
  districts: 'Region and districts',
  wholeRegion: 'Whole region',
  nobodyYet: 'nobody yet',
  invitation: 'nobody yet: will you be the first?',
  firstStep: 'No project has been entered here yet. Will you be the first?',
  hasStrategy: 'municipality with a strategy',
  loading: 'Loading the map …',
  close: 'Close',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomWhole: 'Show the whole region',
  unreachable: 'The data could not be loaded.',
  mapUnreachable: 'The map could not be loaded. The list is complete.',
  recordUnreachable: 'The details of this municipality could not be loaded.',
  retry: 'Try again',
  projectsHeading: 'Projects',
  strategiesHeading: 'Strategies',
  contactsHeading: 'Contacts',
  noProjects: 'Nothing has been entered here for this field of action yet. Will you be the first?',
  website: 'Website',
  fullPage: (name) => `All about ${name}`,
  population: count('inhabitant', 'inhabitants'),
  number: (value) => format.format(value),
  range: (from, to) => (from === to ? format.format(from) : `${format.format(from)}–${format.format(to)}`),
  projects,
  strategies: count('strategy', 'strategies'),
  contacts: count('contact', 'contacts'),
  municipalityCount,
  summary: (total, municipalities) => `${projects(total)} in ${municipalityCount(municipalities)}`,
  summaryNone: 'No project yet: will you be the first?',
  regionWide: (total) => `${format.format(total)} of them for the whole region`,
  inField: (field) => `Field of action: ${field}`,
  retryIn: (seconds) => `Next attempt in ${format.format(seconds)} ${seconds === 1 ? 'second' : 'seconds'}.`,
  district: (name) => `District of ${name}`,
  period: (start, end) => {
    if (start && end) return start === end ? date(start) : `${date(start)} to ${date(end)}`;
    return start ? `start: ${date(start)}` : end ? `until ${date(end)}` : '';
  },
  date,
  adopted: (value) => `adopted: ${date(value)}`,
  kinds: {
    STADTKREIS: 'City district',
    LANDKREIS: 'Rural district',
    GROSSE_KREISSTADT: 'Large district town',
    STADT: 'Town',
    GEMEINDE: 'Municipality',
  },
  statuses: {
    IDEA: 'idea',
    PLANNED: 'planned',
    RUNNING: 'running',
    COMPLETED: 'completed',
    DISCONTINUED: 'discontinued',
    IN_PREPARATION: 'in preparation',
    ADOPTED: 'adopted',
    IN_IMPLEMENTATION: 'being implemented',
    SUPERSEDED: 'superseded',
  },
};
