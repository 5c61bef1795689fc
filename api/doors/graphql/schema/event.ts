import { CountPrecision } from '../../../database/generated/enums.ts';
import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { enumRef } from '../read/list-arguments.ts';
import { listOf } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { Event } from './refs.ts';

const Precision = enumRef('CountPrecision', Object.values(CountPrecision), 'How exactly a number is known.');

export const EventOutcome = builder.prismaObject('EventOutcome', {
  description: 'What an event meant for one field of action.',
  fields: (t) => ({
    event: t.relation('event', { nullable: false, description: 'The event.' }),
    field: t.relation('field', { nullable: false, description: 'The field of action.' }),
    volunteers: t.exposeBoolean('volunteers', {
      description: 'Whether people volunteered for the field; null: not known.',
    }),
  }),
});

builder.prismaObjectFields(Event, (t) => ({
  slug: t.exposeString('slug', common.slug),
  title: t.exposeString('title', common.title),
  date: t.exposeString('date', { nullable: false, description: 'First day, as precise as its source.' }),
  place: t.exposeString('place', { description: 'Place.' }),
  organiser: t.exposeString('organiser', { description: 'Organiser.' }),
  summary: t.string({
    description: 'What happened.',
    args: { lang: t.arg(languageArgument) },
    select: { summaryDe: true, summaryEn: true },
    resolve: (event, { lang }) => inLanguage(lang, event.summaryDe, event.summaryEn),
  }),
  rounds: t.exposeInt('rounds', { description: 'Rounds of work.' }),
  tables: t.exposeInt('tables', { description: 'Tables (groups) that worked at once.' }),
  participants: t.exposeInt('participants', { description: 'Number of participants.' }),
  participantsPrecision: t.field({
    type: Precision,
    description: 'How exactly that number is known.',
    select: { participantsPrecision: true },
    resolve: (event) => event.participantsPrecision,
  }),
  sourceUrl: t.exposeString('sourceUrl', common.sourceUrl),
  confirmedAt: t.exposeString('confirmedAt', common.confirmedAt),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('events')),
  outcomes: t.field({
    type: [EventOutcome],
    nullable: false,
    description: 'What it meant for each field of action.',
    select: (_args, _context, nested) => ({ outcomes: nested({ orderBy: { field: { position: 'asc' } } }) }),
    resolve: (record) => record.outcomes,
  }),
}));

builder.queryFields((t) => ({
  event: t.field(recordOf(Event, 'events', 'One event; null where there is none.')),
  events: t.field(listOf('events', 'Events, the latest first.')),
}));
