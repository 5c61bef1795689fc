import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { findMistakes } from './bad-query.ts';
import { detailsOfSyntax } from './bad-syntax.ts';
import { badVariables } from './bad-variables.ts';
import { withDetails } from './caller-errors.ts';

/** Adds to the mistakes that GraphQL itself finds in a query or its variables what ours have: code, bad value, what is allowed. */
export const tellWhatIsAllowed: Plugin = {
  onParse:
    () =>
    ({ result, context, replaceParseResult }) => {
      if (result instanceof GraphQLError && !result.extensions.code)
        replaceParseResult(withDetails(result, detailsOfSyntax(context.params.query ?? '', result)));
    },
  onValidate: ({ setValidationFn }) => setValidationFn(findMistakes),
  onExecute({ args, setResultAndStopExecution }) {
    const errors = badVariables(args).map(({ message, definition, details }) =>
      withDetails(new GraphQLError(message, { nodes: definition }), details),
    );
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
};
