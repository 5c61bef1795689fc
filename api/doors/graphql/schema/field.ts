import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { listOf, relatedList } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { EventOutcome } from './event.ts';
import { FieldOfAction } from './refs.ts';

builder.prismaObjectFields(FieldOfAction, (t) => ({
  slug: t.exposeString('slug', { nullable: false }),
  position: t.exposeInt('position', {
    nullable: false,
  }),
  name: t.string(common.name),
  description: t.string({
    args: { lang: t.arg(languageArgument) },
    select: { descriptionDe: true, descriptionEn: true },
    resolve: (field, { lang }) => inLanguage(lang, field.descriptionDe, field.descriptionEn),
  }),
  sourceUrl: t.exposeString('sourceUrl'),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('fields')),
  outcomes: t.field({
    type: [EventOutcome],
    nullable: false,
    description: 'What events meant for it, the latest first.',
    select: (_args, _context, nested) => ({
      outcomes: nested({ orderBy: [{ event: { date: 'desc' } }, { eventSlug: 'asc' }] }),
    }),
    resolve: (record) => record.outcomes,
  }),
  projects: t.field(relatedList('fields', 'projects', 'projects', 'Projects in it.')),
  strategies: t.field(relatedList('fields', 'strategies', 'strategies', 'Strategies in it.')),
  contacts: t.field(relatedList('fields', 'contacts', 'contacts', 'Public contacts that deal with it.')),
  activeContacts: t.field(
    relatedList('fields', 'activeContacts', 'contacts', 'Public contacts that volunteered for it.'),
  ),
  events: t.field(relatedList('fields', 'events', 'events', 'Events that were about it.')),
}));

builder.queryFields((t) => ({
  field: t.field(recordOf(FieldOfAction, 'fields', 'One field of action; null where there is none.')),
  fields: t.field(listOf('fields', 'The fields of action, in order.')),
}));
