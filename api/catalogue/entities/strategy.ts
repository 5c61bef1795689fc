import { StrategyStatus } from '../../database/generated/enums.ts';
import { type Sql, sql } from '../../database/sql.ts';
import { hasReachableOffice, isReachable } from '../calls/reachable.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  enumColumn,
  keysColumn,
  reachableColumn,
  slugColumn,
  sourceDateColumn,
  sourceUrlColumn,
} from '../model/columns.ts';
import type { Entity } from '../model/entity.ts';
import {
  booleanFilter,
  changedFilter,
  confirmationFilters,
  contactFilters,
  dateRange,
  enumFilter,
  keyFilter,
  periodFilters,
  slugFilter,
  textFilter,
  truth,
} from '../model/filters.ts';
import { placeFilters } from '../model/places.ts';
import { throughPairs } from '../model/through-pairs.ts';
import { type Viewer, visibleContacts } from '../model/visibility.ts';

export const strategyStatuses = Object.values(StrategyStatus);

/** Whose it is: filters by place mean one and the same owner. */
const owners = throughPairs(
  { table: sql`strategy_owner so`, ours: sql`so.strategy`, theirs: sql`so.municipality` },
  { table: sql`municipality sm`, key: sql`sm.ags`, row: sql`sm` },
  'slug',
);

/** Whether somebody of its own can be called about it; the Landkreis and the region stand behind everything. */
const canBeAsked = (t: Sql, viewer: Viewer) => sql`(EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c
    WHERE c.slug = ${t}.contact AND ${isReachable(sql`c`)})
  OR EXISTS (SELECT 1 FROM strategy_owner r JOIN municipality m ON m.ags = r.municipality
    WHERE r.strategy = ${t}.slug AND ${hasReachableOffice(sql`m`)}))`;

export const strategies: Entity = {
  name: 'strategies',
  singular: 'strategy',
  table: { stored: 'strategy' },
  key: 'slug',
  columns: [
    slugColumn('strategy'),
    column('title', 'text', 'Title.', { required: true }),
    keysColumn(
      'owners',
      'municipalities',
      'AGS of the municipalities whose strategy it is.',
      sql`SELECT o.municipality FROM strategy_owner o WHERE o.strategy = t.slug ORDER BY o.position`,
      { required: true },
    ),
    enumColumn('status', strategyStatuses, 'Status as of the date of the source.'),
    column('adopted_on', 'date', 'When it was adopted.'),
    column('period_start', 'date', 'Beginning of its period.'),
    column('period_end', 'date', 'End of its period.'),
    column('summary_de', 'text', 'Summary in German.'),
    column('summary_en', 'text', 'Summary in English.'),
    keysColumn(
      'fields',
      'fields',
      'Fields of action (slugs).',
      sql`SELECT f.field FROM strategy_field f WHERE f.strategy = t.slug ORDER BY f.field`,
    ),
    column('document_url', 'url', 'The document.'),
    column('contact', 'key', 'Contact (slug).', {
      references: 'contacts',
      personal: true,
      sql: (viewer) => sql`(SELECT c.slug FROM ${visibleContacts(viewer)} c WHERE c.slug = t.contact)`,
    }),
    sourceUrlColumn,
    sourceDateColumn,
    confirmedAtColumn,
    reachableColumn(
      (viewer) => canBeAsked(sql`t`, viewer),
      'Whether its contact or the office of a municipality that it belongs to has a telephone number or an e-mail address.',
    ),
    ...derivedColumns('strategies', 'slug'),
  ],
  filters: {
    field: keyFilter(
      'fields',
      'In any of these fields of action (slug).',
      (keys, t) =>
        sql`EXISTS (SELECT 1 FROM strategy_field sf WHERE sf.strategy = ${t}.slug AND sf.field = ANY(${keys}))`,
      {
        facet: {
          pairs: { from: sql`strategy_field sf`, key: sql`sf.strategy` },
          value: () => sql`sf.field`,
        },
      },
    ),
    status: enumFilter(
      'StrategyStatus',
      strategyStatuses,
      'Of any of these statuses.',
      (values, t) => sql`${t}.status = ANY(${values}::text[]::strategy_status[])`,
      { facet: { value: (t) => sql`${t}.status::text` } },
    ),
    ...placeFilters('Of a municipality that is', owners),
    ...contactFilters,
    reachable: booleanFilter(
      'With a contact, or the office of a municipality that it belongs to, that has a telephone number or an e-mail address.',
      (value, t, { viewer }) => truth(canBeAsked(t, viewer), value),
    ),
    ...dateRange('adoptedSince', 'adoptedUntil', 'Adopted', (t) => sql`${t}.adopted_on`),
    ...periodFilters,
    ...confirmationFilters,
    ...changedFilter,
    slug: slugFilter('strategies'),
    text: textFilter('strategies', 'slug'),
  },
  orders: {
    TITLE: {
      description: 'By title, as Germans sort.',
      sql: sql`t.title_sort`,
      direction: 'ASC',
      type: 'text',
    },
    SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' },
    ADOPTED: {
      description: 'Latest adoption first; unknown last.',
      sql: sql`coalesce(t.adopted_on, '')`,
      direction: 'DESC',
      type: 'text',
    },
    CHANGED: {
      description: 'Latest change first.',
      sql: sql`t.changed_revision`,
      direction: 'DESC',
      type: 'integer',
    },
  },
  defaultOrder: 'TITLE',
  relations: {},
};
