import './schema/municipality.ts';
import './schema/project.ts';
import './schema/strategy.ts';
import './schema/contact.ts';
import './schema/field.ts';
import './schema/topic.ts';
import './schema/event.ts';
import './schema/revision.ts';
import './schema/changes.ts';
import './schema/office.ts';
import './schema/whom-to-call.ts';
import './schema/peers.ts';
import './schema/coverage.ts';
import './schema/same-plans.ts';
import './schema/search.ts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './base/builder.ts';

export const schema = builder.toSchema();

/** The text of `schema.graphql`: sorted, so that a change shows as what it is. */
export const schemaText = `${printSchema(lexicographicSortSchema(schema))}\n`;
