import './municipality.ts';
import './project.ts';
import './strategy.ts';
import './contact.ts';
import './field.ts';
import './topic.ts';
import './event.ts';
import './revision.ts';
import './changes.ts';
import './peers.ts';
import './coverage.ts';
import './same-plans.ts';
import './search.ts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';

export const schema = builder.toSchema();

/** The text of `schema.graphql`: sorted, so that a change shows as what it is. */
export const schemaText = `${printSchema(lexicographicSortSchema(schema))}\n`;
