import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { detailsOf } from '../../../errors.ts';
import { allowedByRule, badValue } from './allowed-by-rule.ts';
import { withDetails } from './caller-errors.ts';

/** The mistakes in a query that GraphQL's own rules find, each with the bad value and what is allowed instead. */
export function findMistakes(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  if (validate(schema, document, rules).length === 0) return [];
  return validate(schema, document, tellingRules).map((error, i) =>
    error.extensions.code ? error : withDetails(error, detailsOf(i, `the first ${i} mistakes are told`)),
  );
}

/**
 * A visitor that a rule puts together from another's has a shape of its own each time, in Node 20, and what V8 learns
 * of it stays until a slow collection of garbage. What is copied to an empty object has the shape of the last one.
 */
const rules = specifiedRules.map(
  (rule): ValidationRule =>
    (context) =>
      Object.assign({}, rule(context)),
);

/**
 * Each rule has a name in graphql-js; the errors it finds do not tell it. For queries with mistakes alone: whatever
 * others inherit from is kept with their shape.
 */
const tellingRules = specifiedRules.map(
  (rule): ValidationRule =>
    (context) =>
      rule(
        Object.assign(Object.create(context), {
          reportError(error: GraphQLError) {
            const nodes = error.nodes ?? [];
            const allowed = allowedByRule[rule.name]?.(nodes, context) ?? 'it is not allowed';
            const words = renamed[rule.name];
            const told = words ? new GraphQLError(words, { nodes }) : error;
            context.reportError(withDetails(told, detailsOf(badValue(rule.name, nodes, context), allowed)));
          },
        }),
      ),
);

/** GraphQL's own rule against deep looks into the schema names neither what it counts nor how many it allows. */
const renamed: Readonly<Record<string, string>> = {
  MaxIntrospectionDepthRule:
    'The query asks for lists of the schema 3 times within each other; at most 2 are allowed.',
};
