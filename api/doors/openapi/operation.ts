import type { Parameter } from './parameters.ts';

type Tag = 'data' | 'records' | 'feeds' | 'catalogue' | 'ogc' | 'hub';

/** A GET of OpenAPI 3.0 that answers with one of these media types. */
export function get(
  tag: Tag,
  id: string,
  summary: string,
  types: readonly string[],
  parameters: readonly Parameter[] = [],
) {
  return {
    get: {
      tags: [tag],
      operationId: id,
      summary,
      ...(parameters.length > 0 && { parameters }),
      responses: {
        200: {
          description: summary,
          content: Object.fromEntries(types.map((type) => [type.replace(/;.*/, ''), { schema: {} }])),
        },
        400: { $ref: '#/components/responses/BadInput' },
        404: { $ref: '#/components/responses/NotFound' },
      },
    },
  };
}

/** A name for an operation: `download projects csv` as one word. */
export const named = (words: string) =>
  words.replace(/[^a-z]+(.)/gi, (_, letter: string) => letter.toUpperCase());
