import { LRUCache } from 'lru-cache';

/** How many statements have a name at a time. */
const mostNames = 300;

/**
 * A connection is closed after so many statements, and forgets with it what it has prepared: what it keeps is
 * bounded, also where ever other statements are asked for. Opening one takes a few milliseconds.
 */
export const statementsPerConnection = 10_000;

/** A search for words: how it is done best hangs on them, and one plan for all of them takes several times as long. */
const isForWords = (text: string) => text.includes('to_tsquery(');

/**
 * Names for statements that are asked again and again: with a name, a statement is planned once per connection, and
 * planning takes as long as running. What is asked for the first time has none, and those asked least of late lose theirs.
 */
export function statementNames(most = mostNames): (text: string) => { readonly name?: string } {
  const known = new LRUCache<string, { name?: string }>({ max: most });
  let given = 0;
  return (text) => {
    if (isForWords(text)) return {};
    const seen = known.get(text);
    if (seen) seen.name ??= `hub_${given++}`;
    else known.set(text, {});
    return seen ?? {};
  };
}
