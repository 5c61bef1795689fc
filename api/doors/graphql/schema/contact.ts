import { visibleContacts } from '../../../catalogue/model/visibility.ts';
import type { Contact as ContactRecord } from '../../../database/generated/client.ts';
import { sql } from '../../../database/sql.ts';
import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import type { Context } from '../base/context.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { listOf, relations } from '../read/lists.ts';
import { recordColumns } from '../read/models.ts';
import { loadRecord, recordOf } from '../read/record-loader.ts';
import { FieldConnection } from './field.ts';
import { Municipality } from './municipality.ts';
import { ProjectConnection } from './project.ts';
import { StrategyConnection } from './strategy.ts';

/** The only way to a contact: those that are not public come back as null. */
export async function loadPublicContacts(
  slugs: string[],
  { hub }: Context,
): Promise<(ContactRecord | null)[]> {
  const records = await hub.database.rows<ContactRecord>(sql`
    SELECT ${recordColumns('Contact')} FROM ${visibleContacts(hub.viewer)} t WHERE t.slug = ANY(${slugs})`);
  const bySlug = new Map(records.map((record) => [record.slug, record]));
  return slugs.map((slug) => bySlug.get(slug) ?? null);
}

const slugOf = (contact: { slug: string }) => contact.slug;

export const Contact = builder.loadableNode('Contact', {
  description: 'Whom to call: an office by preference. Persons only with their consent.',
  id: { resolve: (contact) => contact.slug },
  load: loadPublicContacts as (slugs: string[], context: Context) => Promise<ContactRecord[]>,
});

export const ContactConnection = builder.connectionObject(
  { type: Contact, name: 'ContactConnection' },
  { name: 'ContactEdge' },
);

builder.objectFields(Contact, (t) => ({
  slug: t.exposeString('slug', common.slug),
  organisation: t.exposeString('organisation', { nullable: false, description: 'Organisation.' }),
  unit: t.exposeString('unit', { description: 'Office within it.' }),
  person: t.exposeString('person', { description: 'A person who consented to being named.' }),
  role: t.string({
    description: 'What the contact is for.',
    args: { lang: t.arg(languageArgument) },
    resolve: (contact, { lang }) => inLanguage(lang, contact.roleDe, contact.roleEn),
  }),
  email: t.exposeString('email', { description: 'E-mail address.' }),
  phone: t.exposeString('phone', { description: 'Telephone number, as published.' }),
  website: t.exposeString('website', { description: 'Website.' }),
  regionWide: t.exposeBoolean('regionWide', {
    nullable: false,
    description: 'Responsible for the whole region.',
  }),
  sourceUrl: t.exposeString('sourceUrl', common.sourceUrl),
  confirmedAt: t.exposeString('confirmedAt', common.confirmedAt),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('contacts')),
  municipality: t.field({
    type: Municipality,
    description: 'The municipality or Landkreis it belongs to.',
    resolve: ({ municipalityAgs }, _args, context, info) =>
      municipalityAgs === null
        ? null
        : (loadRecord({ entity: 'municipalities', key: municipalityAgs }, context, info) as never),
  }),
  fields: t.field(
    listOf(FieldConnection, 'fields', 'Fields of action it deals with.', slugOf, relations.fieldsOfContact),
  ),
  activeIn: t.field(
    listOf(
      FieldConnection,
      'fields',
      'Fields of action that it volunteered for.',
      slugOf,
      relations.activeFieldsOfContact,
    ),
  ),
  projects: t.field(
    listOf(ProjectConnection, 'projects', 'Projects that it is the contact of.', slugOf, relations.byContact),
  ),
  strategies: t.field(
    listOf(
      StrategyConnection,
      'strategies',
      'Strategies that it is the contact of.',
      slugOf,
      relations.byContact,
    ),
  ),
}));

builder.queryFields((t) => ({
  contact: t.field(recordOf(Contact, 'contacts', 'One public contact; null where there is none.')),
  contacts: t.field(listOf(ContactConnection, 'contacts', 'Public contacts.')),
}));
