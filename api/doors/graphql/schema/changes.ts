import { findChanges, placeOf, readRevisionBefore } from '../../../catalogue/history/changes.ts';
import { readValue } from '../../../catalogue/query/filter-value.ts';
import { badInput, badTogether } from '../../../errors.ts';
import { builder } from '../base/builder.ts';
import { writeCursor } from '../base/cursor.ts';
import { PageInfo, readPage } from '../base/paging.ts';
import { Change } from './revision.ts';

const list = { name: 'changes', type: 'integer' };

const ChangeConnection = builder.connectionObject(
  {
    type: Change,
    name: 'ChangeConnection',
    fields: (t) => ({
      untilRevision: t.int({
        nullable: false,
        description: 'The newest revision; ask for the changes since it the next time.',
        resolve: (connection) => (connection as unknown as { untilRevision: number }).untilRevision,
      }),
    }),
  },
  { name: 'ChangeEdge' },
);

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnection,
    nullable: false,
    description:
      'What changed since a revision or a date, for harvesters: each public record once, with the sum of what happened to it, in the order of the revisions. What is no longer public is removed.',
    args: {
      sinceRevision: t.arg.int({ description: 'Revision that the caller has; 0 for nothing yet.' }),
      since: t.arg.string({ description: 'Instead of it a date (it begins at midnight UTC) or a moment.' }),
      ...builder.args((arg) => arg.connectionArgs()),
    },
    resolve: async (_root, { sinceRevision, since, ...page }, { hub }) => {
      const { number: newest } = await hub.database.revision.current();
      const { size, ...part } = readPage(list, page);
      const given = typeof sinceRevision === 'number';
      if (given === (typeof since === 'string'))
        throw badTogether(
          { sinceRevision: sinceRevision ?? null, since: since ?? null },
          'one of them is needed, and one only',
        );
      if (given && (sinceRevision < 0 || sinceRevision > newest))
        throw badInput('sinceRevision', sinceRevision, `allowed are 0 to ${newest}, the newest revision`);
      const moment = given
        ? undefined
        : (readValue({ type: 'moment', description: '' }, since, 'since') as string);
      const from = moment === undefined ? Number(sinceRevision) : await readRevisionBefore(hub, moment);
      const { changes, more, total } = await findChanges(hub, from, { limit: size, ...part }, moment);
      const edges = changes.map((change) => ({
        cursor: writeCursor(list, placeOf(change)),
        node: change,
      }));
      return {
        edges,
        untilRevision: newest,
        totalCount: total,
        pageInfo: new PageInfo(part, more, edges),
      };
    },
  }),
);
