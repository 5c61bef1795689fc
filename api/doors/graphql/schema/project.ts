import { ParticipationRole, ProjectStatus } from '../../../database/generated/enums.ts';
import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { inLanguage, languageArgument } from '../base/language.ts';
import { enumRef } from '../read/list-arguments.ts';
import { listOf } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { FieldOfAction, Project, Topic } from './refs.ts';

const Status = enumRef('ProjectStatus', Object.values(ProjectStatus), 'Where a project stands.');
const Role = enumRef(
  'ParticipationRole',
  Object.values(ParticipationRole),
  'How somebody takes part in a project.',
);

const Participation = builder.prismaObject('Participation', {
  description: 'A municipality or Landkreis in a project.',
  fields: (t) => ({
    role: t.field({
      type: Role,
      nullable: false,
      description: 'Its part.',
      select: { role: true },
      resolve: (p) => p.role,
    }),
    municipality: t.relation('municipality', { nullable: false, description: 'Who takes part.' }),
    project: t.relation('project', { nullable: false, description: 'In what.' }),
  }),
});

builder.prismaObjectFields(Project, (t) => ({
  slug: t.exposeString('slug', { nullable: false }),
  title: t.exposeString('title', { nullable: false }),
  status: t.field({
    type: Status,
    nullable: false,
    select: { status: true },
    resolve: (project) => project.status,
  }),
  periodStart: t.exposeString('periodStart', {}),
  periodEnd: t.exposeString('periodEnd', {}),
  regionWide: t.exposeBoolean('regionWide', {
    nullable: false,
  }),
  summary: t.string({
    args: { lang: t.arg(languageArgument) },
    select: { summaryDe: true, summaryEn: true },
    resolve: (project, { lang }) => inLanguage(lang, project.summaryDe, project.summaryEn),
  }),
  fundingProgramme: t.exposeString('fundingProgramme'),
  budgetEur: t.exposeInt('budgetEur'),
  website: t.exposeString('website'),
  reusable: t.exposeBoolean('reusable'),
  reuseUrl: t.exposeString('reuseUrl'),
  sourceUrl: t.exposeString('sourceUrl', { nullable: false }),
  sourceDate: t.exposeString('sourceDate'),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('projects')),
  participations: t.field({
    type: [Participation],
    nullable: false,
    description: 'Who takes part, those that lead first.',
    select: (_args, _context, nested) => ({ participations: nested({ orderBy: { position: 'asc' } }) }),
    resolve: (record) => record.participations,
  }),
  fields: t.field({
    type: [FieldOfAction],
    nullable: false,
    description: 'Its fields of action.',
    select: (_args, _context, nested) => ({
      fields: { select: { field: nested() }, orderBy: { field: { position: 'asc' } } },
    }),
    resolve: (project) => project.fields.map(({ field }) => field),
  }),
  topics: t.field({
    type: [Topic],
    nullable: false,
    description: 'Its topics.',
    select: (_args, _context, nested) => ({
      topics: { select: { topic: nested() }, orderBy: { topicSlug: 'asc' } },
    }),
    resolve: (project) => project.topics.map(({ topic }) => topic),
  }),
  contact: t.relation('contact', { description: 'Whom to call, where the contact is public.' }),
}));

builder.queryFields((t) => ({
  project: t.field(recordOf(Project, 'projects', 'One project; null where there is none.')),
  projects: t.field(listOf('projects', 'Projects.')),
}));
