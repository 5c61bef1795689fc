import type { Applied } from '../api/curation/apply-changes.ts';
import type { CatalogueRecord, Difference } from '../api/curation/change.ts';

const counts = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers)
    .map(([entity, count]) => `${count} ${entity}`)
    .join(', ') || 'nothing';

/** What was done, in one line. */
export const report = ({ revision, added, changed, removed }: Applied): string =>
  revision === null
    ? 'Nothing has changed.'
    : `Revision ${revision}: added ${counts(added)}; changed ${counts(changed)}${
        Object.keys(removed).length > 0 ? `; removed ${counts(removed)}` : ''
      }.`;

/** A difference in one line: that a record is new or gone, or each column with its value before and after. */
export function describeChange({
  entity,
  key,
  before,
  after,
}: Pick<Difference, 'entity' | 'key' | 'before' | 'after'>) {
  if (!before) return `${entity} ${key}: new`;
  if (!after) return `${entity} ${key}: removed`;
  return `${entity} ${key}: ${differingColumns(before, after).join('; ')}`;
}

const differingColumns = (before: CatalogueRecord, after: CatalogueRecord) =>
  Object.keys(after)
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => `${column} ${JSON.stringify(before[column])} -> ${JSON.stringify(after[column])}`);
