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
  slug: t.exposeString('slug', { nullable: false }),
  title: t.exposeString('title', { nullable: false }),
  date: t.exposeString('date', { nullable: false }),
  place: t.exposeString('place'),
  organiser: t.exposeString('organiser'),
  summary: t.string({
    args: { lang: t.arg(languageArgument) },
    select: { summaryDe: true, summaryEn: true },
    resolve: (event, { lang }) => inLanguage(lang, event.summaryDe, event.summaryEn),
  }),
  rounds: t.exposeInt('rounds'),
  tables: t.exposeInt('tables'),
  participants: t.exposeInt('participants'),
  participantsPrecision: t.field({
    type: Precision,
    select: { participantsPrecision: true },
    resolve: (event) => event.participantsPrecision,
  }),
  sourceUrl: t.exposeString('sourceUrl', { nullable: false }),
  confirmedAt: t.exposeString('confirmedAt'),
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
