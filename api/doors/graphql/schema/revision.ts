import type { PublicChange } from '../../../catalogue/history/changes.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { isStorable } from '../../../catalogue/model/storable.ts';
import { isVisibleChange } from '../../../catalogue/model/visibility.ts';
import { ChangeAction } from '../../../database/generated/enums.ts';
import { type Sql, sql } from '../../../database/sql.ts';
import { badInput } from '../../../errors.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { defaultPageSize, readSize } from '../base/paging.ts';
import { type PartArguments, partArguments, requirePart, sizeOfPart } from '../base/parts.ts';
import { enumRef } from '../read/list-arguments.ts';
import { loadRecord } from '../read/record-loader.ts';

const Action = enumRef('ChangeAction', Object.values(ChangeAction), 'What happened to a record.');

/**
 * What revisions did, all of them with one statement. The history knows contacts that are not public (any more); it
 * does not tell of them.
 */
async function loadPublicChanges(
  numbers: number[],
  { hub }: Context,
  part: PartArguments,
): Promise<(PublicChange[] | Error)[]> {
  const rows = await hub.database.rows<PublicChange>(sql`
    SELECT c.* FROM unnest(${numbers}::integer[]) AS n (number) CROSS JOIN LATERAL (
      SELECT r.number, r.entity, r.key, r.action::text AS action FROM revision_change r
      WHERE r.number = n.number AND ${isVisibleChange(sql`r`, hub.viewer)} AND ${behind(part)}
      ORDER BY r.entity, r.key LIMIT ${sizeOfPart(part)}) c
    ORDER BY c.number, c.entity, c.key`);
  return numbers.map((number) => {
    try {
      return requirePart(
        rows.filter((row) => row.number === number),
        part,
      );
    } catch (error) {
      return error as Error;
    }
  });
}

function behind({ after }: PartArguments): Sql {
  if (after == null) return sql`TRUE`;
  const [, entity = '', key = ''] = /^([a-z]+)\/(.+)$/s.exec(after) ?? [];
  if (key === '' || !isStorable(after))
    throw badInput('after', after, 'allowed are a dataset and a key such as projects/frelo-leihraeder');
  return sql`(r.entity, r.key) > (${entity}, ${key})`;
}

export const Change = builder.objectRef<PublicChange>('Change').implement({
  description: 'What a revision did to one record.',
  fields: (t) => ({
    entity: t.exposeString('entity', {
      nullable: false,
      description: 'The dataset of the record, e.g. `projects`.',
    }),
    key: t.exposeString('key', { nullable: false, description: 'Its slug or AGS.' }),
    action: t.field({
      type: Action,
      nullable: false,
      description: 'What happened.',
      resolve: (c) => c.action,
    }),
    revision: t.exposeInt('number', {
      nullable: false,
      description: 'The latest revision that changed it.',
    }),
    url: t.string({
      description: "Address of the record's page; null where it is removed.",
      resolve: (c, _args, { baseUrl }) => (c.action === 'REMOVED' ? null : `${baseUrl}/${c.entity}/${c.key}`),
    }),
    record: t.field({
      type: builder.nodeInterfaceRef(),
      description: 'The record as it is now; null where it is removed.',
      resolve: (c, _args, context, info) =>
        c.action === 'REMOVED'
          ? null
          : loadRecord({ entity: c.entity as EntityName, key: c.key }, context, info),
    }),
  }),
});

const Revision = builder.prismaObject('Revision', {
  description:
    'One committed change of the catalogue. Numbers are in the order of the changes, without gaps.',
  fields: (t) => ({
    number: t.exposeInt('number', { nullable: false, description: 'Its number.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When it was committed.',
    }),
    message: t.exposeString('message', { nullable: false, description: 'What it was for.' }),
    changes: t.loadableList({
      type: Change,
      nullable: false,
      description: 'The public records that it changed, by dataset and key.',
      args: partArguments('its dataset and key, such as `projects/frelo-leihraeder`'),
      byPath: true,
      load: (numbers: number[], context: Context, part) => loadPublicChanges(numbers, context, part),
      resolve: (revision) => revision.number,
    }),
  }),
});

builder.queryFields((t) => ({
  revision: t.prismaField({
    type: Revision,
    nullable: true,
    description: 'A revision of the catalogue, the newest unless told; null where there is none.',
    args: { number: t.arg.int({ description: 'Its number.' }) },
    resolve: (query, _root, { number }, { hub }) =>
      hub.database.prisma.revision.findFirst({
        ...query,
        where: typeof number === 'number' ? { number } : {},
        orderBy: { number: 'desc' },
      }),
  }),
  revisions: t.prismaField({
    type: [Revision],
    nullable: false,
    description: 'Revisions, the newest first.',
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: 'How many, at most 100; more is refused.',
      }),
      before: t.arg.int({ description: 'Only revisions older than this number.' }),
    },
    resolve: (query, _root, { first, before }, { hub }) =>
      hub.database.prisma.revision.findMany({
        ...query,
        where: typeof before === 'number' ? { number: { lt: before } } : {},
        orderBy: { number: 'desc' },
        take: readSize('first', first) ?? defaultPageSize,
      }),
  }),
}));
