/** Stands in no text. */
const gap = '\0';

/** What a sentence says before and after its word: a name between them can say which language it is in. */
export function around(sentence: (word: string) => string): [before: string, after: string] {
  const [before = '', after = ''] = sentence(gap).split(gap);
  return [before, after];
}
