import { z } from 'zod';

/** How much one question may ask, and how many answers are kept. */
export const queries = {
  ANSWER_CACHE_MB: {
    type: z.coerce.number().int().min(0).max(100_000),
    default: '64',
    allowed: 'a whole number of megabytes; 0 keeps nothing',
    meaning:
      'Memory for answers to GraphQL queries; each is kept until the catalogue changes or the day ends.',
  },
  QUERY_MAX_KB: {
    type: z.coerce.number().int().min(1).max(100_000),
    default: '100',
    allowed: 'a whole number of kilobytes from 1',
    meaning: 'Largest GraphQL request, query and variables together.',
  },
  QUERY_MAX_DEPTH: {
    type: z.coerce.number().int().min(1).max(1000),
    default: '15',
    allowed: 'a whole number from 1',
    meaning: 'Deepest GraphQL query: how many fields may stand within each other.',
  },
  QUERY_MAX_COST: {
    type: z.coerce.number().int().min(1).max(1000000000),
    default: '100000',
    allowed: 'a whole number from 1',
    meaning:
      'Largest GraphQL answer, in fields: a list counts its fields as often as it is asked for records.',
  },
  QUERY_MAX_ALIASES: {
    type: z.coerce.number().int().min(0).max(100000),
    default: '60',
    allowed: 'a whole number',
    meaning: 'Most aliases in a GraphQL query.',
  },
  QUERY_MAX_DIRECTIVES: {
    type: z.coerce.number().int().min(0).max(100000),
    default: '60',
    allowed: 'a whole number',
    meaning: 'Most directives in a GraphQL query.',
  },
  QUERY_MAX_TOKENS: {
    type: z.coerce.number().int().min(10).max(1000000),
    default: '2000',
    allowed: 'a whole number from 10',
    meaning: 'Longest GraphQL query, in tokens: names, values and brackets.',
  },
  QUERY_MAX_SECONDS: {
    type: z.coerce.number().min(0.1).max(3600),
    default: '10',
    allowed: 'a number of seconds from 0.1',
    meaning: 'Longest time that a GraphQL query may take, and any SQL statement that reads.',
  },
} as const;
