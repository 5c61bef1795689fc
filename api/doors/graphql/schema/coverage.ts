import DataLoader from 'dataloader';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import {
  type CoverageGroup,
  countCoverage,
  coverageGroups,
  isWhiteSpot,
  type Coverage as Row,
} from '../../../catalogue/insight/coverage.ts';
import { sizeClassNames } from '../../../catalogue/model/sizes.ts';
import { checkFilter, readFilter } from '../../../catalogue/query/read-filter.ts';
import { MunicipalityKind } from '../../../database/generated/enums.ts';
import type { Database } from '../../../database/open-database.ts';
import { sql } from '../../../database/sql.ts';
import { builder } from '../base/builder.ts';
import { loaderOf } from '../base/context.ts';
import { enumRef, listArgumentTypes } from '../read/list-arguments.ts';
import { listArgs, readList } from '../read/lists.ts';
import { loadRecord } from '../read/record-loader.ts';
import { FieldOfAction, Municipality, MunicipalityConnection } from './refs.ts';

type CoverageRow = Row & { by: CoverageGroup };

const By = enumRef('CoverageGroup', coverageGroups, 'By what municipalities are grouped.');
const Kind = enumRef('MunicipalityKind', Object.values(MunicipalityKind), '');
const SizeClass = enumRef('SizeClass', sizeClassNames, '');

const keyIf = (by: CoverageGroup) => (row: CoverageRow) => (row.by === by ? row.key : null);

const Coverage = builder.objectRef<CoverageRow>('Coverage').implement({
  description: 'How many municipalities of a group take part, and how many do not yet.',
  fields: (t) => ({
    field: t.field({
      type: FieldOfAction,
      description: 'The field of action, where grouped by FIELD.',
      resolve: (row, _args, context, info) =>
        row.by === 'FIELD' && row.key !== null
          ? loadRecord({ entity: 'fields', key: row.key }, context, info)
          : null,
    }),
    district: t.field({
      type: Municipality,
      description: 'The Landkreis or Stadtkreis, where grouped by DISTRICT.',
      resolve: (row, _args, context, info) =>
        row.by === 'DISTRICT' && row.key !== null
          ? loadRecord({ entity: 'municipalities', key: row.key }, context, info)
          : null,
    }),
    sizeClass: t.field({
      type: SizeClass,
      description: 'The size class, where grouped by SIZE_CLASS; null for a Landkreis, which has none.',
      resolve: keyIf('SIZE_CLASS'),
    }),
    kind: t.field({ type: Kind, description: 'The kind, where grouped by KIND.', resolve: keyIf('KIND') }),
    municipalities: t.exposeInt('municipalities', {
      nullable: false,
      description: 'How many municipalities and Landkreise are in the group.',
    }),
    withProject: t.exposeInt('withProject', {
      nullable: false,
      description: 'How many of them take part in a project.',
    }),
    withStrategy: t.exposeInt('withStrategy', {
      nullable: false,
      description: 'How many of them have a strategy.',
    }),
    withContact: t.exposeInt('withContact', {
      nullable: false,
      description: 'How many of them have a public contact; in a field: one that deals with it.',
    }),
    withActiveContact: t.exposeInt('withActiveContact', {
      nullable: false,
      description: 'How many of them have a public contact who volunteered.',
    }),
    whiteSpots: t.exposeInt('whiteSpots', {
      nullable: false,
      description: 'How many of them have no project, no strategy and no contact who volunteered.',
    }),
    volunteers: t.boolean({
      description:
        'Where grouped by FIELD: whether people volunteered for it at an event; false where an event found nobody, null where no event tells.',
      resolve: (row, _args, context) =>
        row.by === 'FIELD' && row.key !== null
          ? loaderOf(context, 'volunteers', () => volunteersLoader(context.hub.database)).load(row.key)
          : null,
    }),
  }),
});

const volunteersLoader = ({ prisma }: Database) =>
  new DataLoader<string, boolean | null>(async (fields) => {
    const rows = await prisma.eventOutcome.groupBy({
      by: ['fieldSlug', 'volunteers'],
      where: { fieldSlug: { in: [...fields] }, volunteers: { not: null } },
    });
    return fields.map((field) => {
      const known = rows.filter((row) => row.fieldSlug === field);
      return known.length === 0 ? null : known.some((row) => row.volunteers);
    });
  });

builder.queryFields((t) => ({
  coverage: t.field({
    type: [Coverage],
    nullable: false,
    description:
      'Of how many municipalities, how many have a project, a strategy, an active contact: by field of action, district, size class or kind.',
    args: {
      by: t.arg({ type: By, required: true, description: 'By what to group.' }),
      field: t.arg.string({
        description: 'Only what is in this field of action (slug); without it anything counts.',
      }),
      filter: t.arg({
        type: listArgumentTypes.municipalities.filter,
        description: 'Only these municipalities; without it all, Landkreise included.',
      }),
    },
    resolve: async (_root, { by, field, filter }, { hub }) => {
      if (typeof field === 'string') await checkFilter(hub, catalogue.projects, { field }, '');
      const where = await readFilter(hub, catalogue.municipalities, { ...filter }, 'filter.');
      const group = by as CoverageGroup;
      const rows = await countCoverage(hub, group, field ?? null, where);
      return rows.map((row) => ({ ...row, by: group }));
    },
  }),
  whiteSpots: t.field({
    type: MunicipalityConnection,
    nullable: false,
    description:
      'Municipalities with no project, no strategy and no contact who volunteered: an invitation to be the first.',
    args: {
      field: t.arg.string({ description: 'None in this field of action (slug); without it none at all.' }),
      ...listArgs('municipalities'),
    },
    resolve: async (_root, { field }, context, info) => {
      const ofField = typeof field === 'string' ? sql`${field}::text` : null;
      if (typeof field === 'string') await checkFilter(context.hub, catalogue.projects, { field }, '');
      return readList('municipalities', context, info, (_key, viewer) => isWhiteSpot(ofField, viewer));
    },
  }),
}));
