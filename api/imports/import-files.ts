import { type Actor, operator } from '../access/actor.ts';
import { type About, type Applied, applyChanges } from '../curation/apply-changes.ts';
import { InvalidChanges } from '../curation/problem.ts';
import type { Database } from '../database/open-database.ts';
import { findFiles } from './find-files.ts';
import { joinChanges } from './join-changes.ts';
import { keepUnshown } from './keep-unshown.ts';
import { placeProblems } from './place-problems.ts';
import { ImportErrors, ImportMistakes } from './problem.ts';
import { readFiles } from './read-files.ts';

type Where = Pick<Database, 'prisma' | 'revision'>;

/**
 * Imports CSV and XLSX files, or folders of them. Every row is checked before anything is written; a second
 * import of the same files changes nothing and makes no revision. A file says nothing about what is not in it:
 * other records and other columns stay as they are, so that an edited part can be given back.
 * @throws ImportErrors with all mistakes at once; the database is unchanged.
 */
export async function importFiles(
  database: Where,
  paths: readonly string[],
  { message, dryRun, onDifference }: About,
  actor: Actor = operator('import'),
): Promise<Applied> {
  const mistakes = new ImportMistakes();
  const read = await readFiles(findFiles(paths, mistakes), mistakes);
  const changes = await keepUnshown(database.prisma, read, joinChanges(read), mistakes);
  const isReadable = mistakes.count === 0;
  try {
    // What cannot be read is told together with what would be refused.
    const about = {
      message,
      dryRun: dryRun || !isReadable,
      ...(onDifference && isReadable && { onDifference }),
    };
    const applied = await applyChanges(database, actor, changes, about);
    if (isReadable) return applied;
  } catch (error) {
    if (!(error instanceof InvalidChanges)) throw error;
    placeProblems(read, error, mistakes);
  }
  throw new ImportErrors(mistakes);
}

/** The files of one folder. */
export const importFolder = (database: Where, folder: string, about: About, actor?: Actor) =>
  importFiles(database, [folder], about, actor);
