import { StrategyStatus } from '../../../database/generated/enums.ts';
import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { enumRef } from '../read/list-arguments.ts';
import { listOf } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { FieldOfAction, Municipality, Strategy } from './refs.ts';

const Status = enumRef('StrategyStatus', Object.values(StrategyStatus), 'Where a strategy stands.');

builder.prismaObjectFields(Strategy, (t) => ({
  slug: t.exposeString('slug', { nullable: false }),
  title: t.exposeString('title', { nullable: false }),
  status: t.field({
    type: Status,
    nullable: false,
    select: { status: true },
    resolve: (strategy) => strategy.status,
  }),
  adoptedOn: t.exposeString('adoptedOn'),
  periodStart: t.exposeString('periodStart'),
  periodEnd: t.exposeString('periodEnd'),
  summary: t.string({
    args: { lang: t.arg(languageArgument) },
    select: { summaryDe: true, summaryEn: true },
    resolve: (strategy, { lang }) => inLanguage(lang, strategy.summaryDe, strategy.summaryEn),
  }),
  documentUrl: t.exposeString('documentUrl'),
  sourceUrl: t.exposeString('sourceUrl', { nullable: false }),
  sourceDate: t.exposeString('sourceDate'),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('strategies')),
  owners: t.field({
    type: [Municipality],
    nullable: false,
    description: 'Whose strategy it is.',
    select: (_args, _context, nested) => ({
      owners: { select: { municipality: nested() }, orderBy: { position: 'asc' } },
    }),
    resolve: (strategy) => strategy.owners.map(({ municipality }) => municipality),
  }),
  fields: t.field({
    type: [FieldOfAction],
    nullable: false,
    description: 'Its fields of action.',
    select: (_args, _context, nested) => ({
      fields: { select: { field: nested() }, orderBy: { field: { position: 'asc' } } },
    }),
    resolve: (strategy) => strategy.fields.map(({ field }) => field),
  }),
  contact: t.relation('contact', { description: 'Whom to call, where the contact is public.' }),
}));

builder.queryFields((t) => ({
  strategy: t.field(recordOf(Strategy, 'strategies', 'One strategy; null where there is none.')),
  strategies: t.field(listOf('strategies', 'Strategies.')),
}));
