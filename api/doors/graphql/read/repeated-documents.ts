import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** With all that is made for it, a document takes some 150 bytes for each character of its text. */
const mostCharacters = 250_000;

/** Room for what is kept by the text of a query: so many, and not too much text. */
export const boundedByText = (most: number) => ({
  max: most,
  maxSize: mostCharacters,
  sizeCalculation: (_: unknown, text: string) => text.length + 1,
});

const repeated = new WeakSet<DocumentNode>();

/** Whether it is kept: its query has been asked before. */
export const isRepeated = (document: DocumentNode) => repeated.has(document);

/**
 * The documents of queries that are asked again and again, for Yoga; what is planned for a document goes with it.
 * One that is asked for the first time is not kept: many queries come once, and what is kept for a while is given back
 * by a slow collection of garbage alone, so that memory would grow with ever other queries.
 */
export function repeatedDocuments(most = 500) {
  const asked = new LRUCache<string, true>(boundedByText(most));
  const kept = new LRUCache<string, DocumentNode>(boundedByText(most));
  return {
    get: (text: string) => kept.get(text),
    set(text: string, document: DocumentNode) {
      if (!asked.has(text)) asked.set(text, true);
      else {
        kept.set(text, document);
        repeated.add(document);
      }
    },
  };
}
