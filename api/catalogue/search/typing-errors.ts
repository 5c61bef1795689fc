import type { Database } from '../../database/open-database.ts';
import { sql } from '../../database/sql.ts';

/** How many letters may be wrong: in a short word every other letter would make another word. */
const allowedErrors = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether `typed` is `word`, or a beginning of it, but for a small typing error: in four to seven letters one that
 * is wrong, missing, too many or changed places with the next; from eight letters on, two.
 */
export function isTypingError(typed: string, word: string): boolean {
  // Optimal string alignment: distances from the beginnings of `typed`, a row each, to all beginnings of `word`.
  const rows = [Array.from({ length: word.length + 1 }, (_, i) => i)];
  const distance = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1];
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      row.push(
        Math.min(
          distance(i, j - 1) + 1,
          distance(i - 1, j) + 1,
          distance(i - 1, j - 1) + (same ? 0 : 1),
          swapped ? distance(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return Math.min(...(rows.at(-1) ?? [])) <= allowedErrors(typed);
}

/**
 * For each folded word those of the catalogue that may have been meant, in order; none where no letter may be wrong,
 * since a beginning is found without. Words of records that are not
 * public are among them: they are for a search that asks for visibility itself, and for nobody to see.
 */
export async function findSimilarWords(
  database: Pick<Database, 'rows'>,
  typed: readonly string[],
): Promise<string[][]> {
  const wanted = [...new Set(typed)].filter((word) => allowedErrors(word) > 0);
  const rows = await database.rows<{ typed: string; word: string }>(sql`
    SELECT typed.word AS typed, similar_words(typed.word) AS word FROM unnest(${wanted}::text[]) AS typed(word)
    ORDER BY 2`);
  return typed.map((one) =>
    rows.filter((row) => row.typed === one && isTypingError(one, row.word)).map(({ word }) => word),
  );
}
