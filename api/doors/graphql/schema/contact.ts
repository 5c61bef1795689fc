import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { listOf, relatedList } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { Contact } from './refs.ts';

builder.prismaObjectFields(Contact, (t) => ({
  slug: t.exposeString('slug', { nullable: false }),
  organisation: t.exposeString('organisation', { nullable: false }),
  unit: t.exposeString('unit'),
  person: t.exposeString('person'),
  role: t.string({
    args: { lang: t.arg(languageArgument) },
    select: { roleDe: true, roleEn: true },
    resolve: (contact, { lang }) => inLanguage(lang, contact.roleDe, contact.roleEn),
  }),
  email: t.exposeString('email'),
  phone: t.exposeString('phone'),
  website: t.exposeString('website'),
  regionWide: t.exposeBoolean('regionWide', {
    nullable: false,
  }),
  sourceUrl: t.exposeString('sourceUrl', { nullable: false }),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('contacts')),
  municipality: t.relation('municipality', {
    description: 'The municipality or Landkreis it belongs to.',
  }),
  fields: t.field(relatedList('contacts', 'fields', 'fields', 'Fields of action it deals with.')),
  activeIn: t.field(
    relatedList('contacts', 'activeIn', 'fields', 'Fields of action that it volunteered for.'),
  ),
  projects: t.field(relatedList('contacts', 'projects', 'projects', 'Projects that it is the contact of.')),
  strategies: t.field(
    relatedList('contacts', 'strategies', 'strategies', 'Strategies that it is the contact of.'),
  ),
}));

builder.queryFields((t) => ({
  contact: t.field(recordOf(Contact, 'contacts', 'One public contact; null where there is none.')),
  contacts: t.field(listOf('contacts', 'Public contacts.')),
}));
