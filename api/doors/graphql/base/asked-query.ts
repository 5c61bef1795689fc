import type { ExecutionArgs } from 'graphql';

/** What is about to be executed: a query that fits the schema, and the values of its variables. */
export type AskedQuery = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;
