import { sql } from '../../database/sql.ts';
import { isReachable } from '../calls/reachable.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  keysColumn,
  reachableColumn,
  slugColumn,
  sourceUrlColumn,
} from '../model/columns.ts';
import type { Entity, Through } from '../model/entity.ts';
import {
  booleanFilter,
  changedFilter,
  confirmationFilters,
  keyFilter,
  slugFilter,
  textFilter,
  truth,
} from '../model/filters.ts';
import { placeFilters } from '../model/places.ts';
import { byColumn, byPairs } from '../model/relations.ts';
import { visibleEngagements } from '../model/visibility.ts';

const ownMunicipality: Through = {
  from: sql`municipality cm`,
  on: (t) => sql`cm.ags = ${t}.municipality`,
  row: sql`cm`,
};

export const contacts: Entity = {
  name: 'contacts',
  singular: 'contact',
  table: { stored: 'contact' },
  key: 'slug',
  columns: [
    slugColumn('contact'),
    column('organisation', 'text', 'Organisation.', { required: true }),
    column('unit', 'text', 'Office within it.', { personal: true }),
    column('person', 'text', 'A natural person, published only while a consent stands.', { personal: true }),
    column('role_de', 'text', 'What the contact is for, in German.', { personal: true }),
    column('role_en', 'text', 'What the contact is for, in English.', { personal: true }),
    column('email', 'email', 'E-mail address of the office.', { personal: true }),
    column('phone', 'phone', 'Telephone number, as published.', { personal: true }),
    column('website', 'url', 'Website.', { personal: true }),
    column('municipality', 'key', 'AGS of the municipality or Landkreis it belongs to.', {
      references: 'municipalities',
    }),
    column('region_wide', 'boolean', 'Responsible for the whole region.', { required: true }),
    keysColumn(
      'fields',
      'fields',
      'Fields of action it deals with (slugs).',
      sql`SELECT f.field FROM contact_field f WHERE f.contact = t.slug ORDER BY f.field`,
    ),
    column('consent_on', 'date', 'When the person consented to being published.', {
      internal: true,
      personal: true,
      past: true,
    }),
    column('consent_review_on', 'date', 'When that consent has to be asked for again.', {
      internal: true,
      personal: true,
    }),
    sourceUrlColumn,
    confirmedAtColumn,
    reachableColumn(isReachable(sql`t`), 'Whether it has a telephone number or an e-mail address.'),
    ...derivedColumns('contacts', 'slug'),
  ],
  filters: {
    field: keyFilter(
      'fields',
      'Dealing with any of these fields of action (slug).',
      (keys, t) =>
        sql`EXISTS (SELECT 1 FROM contact_field cf WHERE cf.contact = ${t}.slug AND cf.field = ANY(${keys}))`,
      {
        facet: {
          pairs: { from: sql`contact_field cf`, key: sql`cf.contact` },
          value: () => sql`cf.field`,
        },
      },
    ),
    activeIn: keyFilter(
      'fields',
      'Volunteered for any of these fields of action (slug).',
      (keys, t, { viewer }) =>
        sql`EXISTS (SELECT 1 FROM ${visibleEngagements(viewer)} ce WHERE ce.contact = ${t}.slug AND ce.field = ANY(${keys}))`,
    ),
    ...placeFilters('Of a municipality that is', ownMunicipality),
    regionWide: booleanFilter(
      'Responsible for the whole region.',
      (value, t) => sql`${t}.region_wide = ${value}`,
    ),
    reachable: booleanFilter('With a telephone number or an e-mail address.', (value, t) =>
      truth(isReachable(t), value),
    ),
    ...confirmationFilters,
    ...changedFilter,
    slug: slugFilter('contacts'),
    text: textFilter('contacts', 'slug'),
  },
  orders: {
    ORGANISATION: {
      description: 'By organisation, as Germans sort.',
      sql: sql`t.organisation_sort`,
      direction: 'ASC',
      type: 'text',
    },
    SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' },
    CHANGED: {
      description: 'Latest change first.',
      sql: sql`t.changed_revision`,
      direction: 'DESC',
      type: 'integer',
    },
  },
  defaultOrder: 'ORGANISATION',
  relations: {
    fields: byPairs('fields', 'contact_field', 'field', 'contact'),
    activeIn: byPairs('fields', visibleEngagements, 'field', 'contact'),
    projects: byColumn('projects', 'contact'),
    strategies: byColumn('strategies', 'contact'),
  },
};
