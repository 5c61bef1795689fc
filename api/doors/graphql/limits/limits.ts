import { type DocumentNode, GraphQLError, Kind, Lexer, parse, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Settings } from '../../../settings/settings.ts';
import { type Counts, measure } from './measure.ts';

/** Each limit by its setting: what it counts, as the error names it. */
export const limits = {
  QUERY_MAX_DEPTH: 'fields within each other',
  QUERY_MAX_COST: 'fields in the answer, where every list has as many records as it is asked for',
  QUERY_MAX_ALIASES: 'aliases',
  QUERY_MAX_DIRECTIVES: 'directives',
} as const satisfies Record<keyof Counts, string>;

type Limit = keyof Counts | 'QUERY_MAX_TOKENS';

/** Refuses a query over a limit before it runs, and one that is too long before it is read to its end. */
export const limitQueries = (settings: Settings): Plugin => ({
  onParse({ setParseFn }) {
    const maxTokens = settings.QUERY_MAX_TOKENS;
    setParseFn((source: string, options?: object) => {
      try {
        return parse(source, { ...options, maxTokens });
      } catch (error) {
        const found = countTokens(source);
        throw found > maxTokens ? tooMuch('QUERY_MAX_TOKENS', maxTokens, found) : error;
      }
    });
  },
  onExecute({ args, setResultAndStopExecution }) {
    const counts = measureOnce(args);
    const errors = (Object.keys(limits) as (keyof Counts)[])
      .filter((limit) => counts[limit] > settings[limit])
      .map((limit) => tooMuch(limit, settings[limit], counts[limit]));
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
});

/** A document comes to the same each time, unless variables tell how much it asks for; Yoga keeps what it has parsed. */
function measureOnce(args: Parameters<typeof measure>[0]): Counts {
  const known = measuredDocuments.get(args.document);
  if (known) return known;
  const counts = measure(args);
  const [only, ...others] = args.document.definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (only && 'variableDefinitions' in only && !only.variableDefinitions?.length && others.length === 0)
    measuredDocuments.set(args.document, counts);
  return counts;
}

const measuredDocuments = new WeakMap<DocumentNode, Counts>();

function tooMuch(limit: Limit, most: number, found: number): GraphQLError {
  const what = limit === 'QUERY_MAX_TOKENS' ? 'names, values and brackets' : limits[limit];
  const allowed = `at most ${most} are allowed (${limit})`;
  return new GraphQLError(`The query has ${found} ${what}; ${allowed}. Ask for less at a time.`, {
    extensions: { code: 'BAD_USER_INPUT', value: found, allowed, http: { status: 200 } },
  });
}

/** The tokens of a text up to its first mistake. */
function countTokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count++;
  } catch {
    // What cannot be read has been counted so far.
  }
  return count;
}
