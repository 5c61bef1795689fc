import { officeColumns } from '../catalogue/calls/office.ts';
import { column } from '../catalogue/model/columns.ts';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import { EngagementLevel } from '../database/generated/enums.ts';

/** A file whose rows become a list column of another entity's records. */
export type JoinFile = {
  readonly file: string;
  readonly entity: EntityName;
  readonly column: string;
  readonly columns: readonly [parent: Column, other: Column, ...details: Column[]];
};

const key = (name: string, references: EntityName) => column(name, 'key', '', { required: true, references });

export const joinFiles: readonly JoinFile[] = [
  {
    file: 'neighbours.csv',
    entity: 'municipalities',
    column: 'neighbours',
    columns: [key('ags', 'municipalities'), key('neighbour', 'municipalities')],
  },
  {
    file: 'engagements.csv',
    entity: 'contacts',
    column: 'engagements',
    columns: [
      key('contact', 'contacts'),
      key('field', 'fields'),
      column('level', 'text', '', { required: true, values: Object.values(EngagementLevel) }),
    ],
  },
  {
    file: 'event_outcomes.csv',
    entity: 'events',
    column: 'outcomes',
    columns: [key('event', 'events'), key('field', 'fields'), column('volunteers', 'boolean', '')],
  },
];

/** A file with some columns of an entity whose records have a file of their own: another source brings them. */
export type PartFile = {
  readonly file: string;
  readonly entity: EntityName;
  readonly columns: readonly [key: Column, ...others: Column[]];
};

export const partFiles: readonly PartFile[] = [
  {
    file: 'offices.csv',
    entity: 'municipalities',
    columns: [key('ags', 'municipalities'), ...officeColumns],
  },
];

/** The name of its table, as a file may begin. */
export const tableName = ({ file }: Pick<JoinFile, 'file'>) => file.replace('.csv', '');
