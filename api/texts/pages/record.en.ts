import { answerTexts } from '../../../map-widget/model/texts/answer-texts.ts';
import { en as widget } from '../../../map-widget/model/texts/en.ts';
import type { RecordTexts } from './record.de.ts';

/** The words of the pages of records in English. */
export const recordEn: RecordTexts = {
  kindIn: (kind, district) => (district ? `${kind} in the ${district}` : kind),
  call: answerTexts.en.call,
  otherwise: 'Or',
  nobodyToCall: 'Nobody is known for this yet.',
  facts: 'Facts',
  takesPart: 'Who takes part',
  leads: widget.roles.LEAD,
  alone: 'alone',
  withOthers: (count) => (count === 1 ? 'with one other' : `with ${count} others`),
  does: (name) => `What ${name} does`,
  helps: (name) => `Who can help ${name}`,
  figures: {
    projects: ['project', 'projects'],
    strategies: ['strategy', 'strategies'],
    helpers: ['administration that can help', 'administrations that can help'],
  },
  fieldFigures: {
    projects: ['project', 'projects'],
    municipalities: ['municipality takes part', 'municipalities take part'],
    missing: ['not yet', 'not yet'],
  },
  neighbours: 'Neighbours and what they have',
  members: 'Municipalities in the district and what they have',
  nothing: 'nothing yet',
  count: (projects, strategies) =>
    [
      projects > 0 && (projects === 1 ? '1 project' : `${projects} projects`),
      strategies > 0 && (strategies === 1 ? '1 strategy' : `${strategies} strategies`),
    ]
      .filter(Boolean)
      .join(', '),
  similar: 'Similar projects',
  projectsOnIt: 'Projects on this',
  otherStrategies: 'Other strategies on this',
  onMap: 'Show on the map',
  works: 'Who works on it',
  missing: 'Who is still missing',
  missingText:
    'These municipalities have no project here yet. Would you make a start? The others are glad to help.',
  more: (count) => `and ${count} more`,
  all: 'show all',
  eventsOn: 'Events on this',
  outcome: 'What came of it',
  volunteersFor: (fields) => ['People volunteered for: ', fields, '.'],
  noVolunteersFor: (fields) => ['Nobody volunteered yet for: ', fields, '. Would you make a start?'],
  took: (date, place, who) =>
    `${date}${place ? `, ${place}` : ''}${who ? `, with ${who} participants` : ''}.`,
  tookIn: (date, place, who) =>
    `${date}${place ? `, ${place}` : ''}${who ? `, with ${who} participants` : ''}.`,
  invited: (who) => ['Organised by: ', who, '.'],
  rounds: (rounds, tables) => `People worked in ${rounds} rounds at ${tables} tables.`,
  printed: (date) => `As of ${date}`,
  qr: 'This page on the web',
  wrong: 'Something no longer right? Something missing?',
  meetingSheet: 'Sheet for a meeting',
  since: (year) => `since ${year}`,
  until: (year) => `until ${year}`,
  confirmedOn: (date) => `confirmed: ${date}`,
  confirmedOnce: (date) => `last confirmed: ${date}`,
  sourceOf: (date) => `as of ${date}, not confirmed`,
  neverConfirmed: 'not confirmed',
};
