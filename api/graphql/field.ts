import { builder } from './builder.ts';
import { ContactConnection } from './contact.ts';
import { EventConnection } from './event.ts';
import { inLanguage, languageArgument } from './language.ts';
import { listArgs, relations, resolveList } from './lists.ts';
import { ProjectConnection } from './project.ts';
import { StrategyConnection } from './strategy.ts';

const slugOf = (field: { slug: string }) => field.slug;

export const FieldOfAction = builder.prismaNode('FieldOfAction', {
  description: "One of the region's fields of action (Handlungsfelder).",
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

export const FieldConnection = builder.connectionObject(
  { type: FieldOfAction, name: 'FieldOfActionConnection' },
  { name: 'FieldOfActionEdge' },
);

builder.prismaObjectFields(FieldOfAction, (t) => ({
  slug: t.exposeString('slug', { nullable: false, description: 'Stable key; part of its address.' }),
  position: t.exposeInt('position', {
    nullable: false,
    description: 'Its place in the order of the fields.',
  }),
  name: t.string({
    nullable: false,
    description: 'Name.',
    args: { lang: t.arg(languageArgument) },
    select: { nameDe: true, nameEn: true },
    resolve: (field, { lang }) => inLanguage(lang, field.nameDe, field.nameEn) ?? field.nameDe,
  }),
  description: t.string({
    description: 'What it is about.',
    args: { lang: t.arg(languageArgument) },
    select: { descriptionDe: true, descriptionEn: true },
    resolve: (field, { lang }) => inLanguage(lang, field.descriptionDe, field.descriptionEn),
  }),
  url: t.string({
    nullable: false,
    description: "Address of the record's page.",
    resolve: (field, _args, context) => `${context.baseUrl}/fields/${field.slug}`,
  }),
  outcomes: t.relation('outcomes', {
    nullable: false,
    description: 'What events meant for it.',
    query: { orderBy: { eventSlug: 'asc' } },
  }),
  projects: t.field({
    type: ProjectConnection,
    nullable: false,
    description: 'Projects in it.',
    args: { ...t.arg.connectionArgs(), ...listArgs('projects') },
    resolve: resolveList('projects', slugOf, relations.projectsOfField),
  }),
  strategies: t.field({
    type: StrategyConnection,
    nullable: false,
    description: 'Strategies in it.',
    args: { ...t.arg.connectionArgs(), ...listArgs('strategies') },
    resolve: resolveList('strategies', slugOf, relations.strategiesOfField),
  }),
  contacts: t.field({
    type: ContactConnection,
    nullable: false,
    description: 'Public contacts that deal with it.',
    args: { ...t.arg.connectionArgs(), ...listArgs('contacts') },
    resolve: resolveList('contacts', slugOf, relations.contactsOfField),
  }),
  activeContacts: t.field({
    type: ContactConnection,
    nullable: false,
    description: 'Public contacts that volunteered for it.',
    args: { ...t.arg.connectionArgs(), ...listArgs('contacts') },
    resolve: resolveList('contacts', slugOf, relations.activeContactsOfField),
  }),
  events: t.field({
    type: EventConnection,
    nullable: false,
    description: 'Events that were about it.',
    args: { ...t.arg.connectionArgs(), ...listArgs('events') },
    resolve: resolveList('events', slugOf, relations.eventsOfField),
  }),
}));

builder.queryFields((t) => ({
  field: t.prismaField({
    type: FieldOfAction,
    nullable: true,
    description: 'One field of action; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its stable key.' }) },
    resolve: (query, _root, { slug }, { hub }) =>
      hub.database.prisma.fieldOfAction.findUnique({ ...query, where: { slug } }),
  }),
  fields: t.field({
    type: FieldConnection,
    nullable: false,
    description: 'The fields of action, in order.',
    args: { ...t.arg.connectionArgs(), ...listArgs('fields') },
    resolve: resolveList('fields'),
  }),
}));
