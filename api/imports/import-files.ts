import { type About, type Committed, commitRevision } from '../curation/commit-revision.ts';
import type { Database } from '../database/open-database.ts';
import { checkReferences } from './check-references.ts';
import { findFiles } from './find-files.ts';
import { joinRecords } from './join-files.ts';
import { keepUnshown } from './keep-unshown.ts';
import { ImportErrors, type Problem } from './problem.ts';
import { readFiles } from './read-files.ts';

/**
 * Imports CSV and XLSX files, or folders of them. Every row is checked before anything is written; a second
 * import of the same files changes nothing and makes no revision. A file says nothing about what is not in it:
 * other records and other columns stay as they are, so that an edited part can be given back.
 * @throws ImportErrors with all mistakes at once; the database is unchanged.
 */
export async function importFiles(
  database: Pick<Database, 'prisma' | 'revision'>,
  paths: readonly string[],
  about: About,
): Promise<Committed> {
  const problems: Problem[] = [];
  const read = await readFiles(findFiles(paths, problems), problems);
  await checkReferences(database.prisma, read, problems);
  if (problems.length > 0) throw new ImportErrors(problems);
  const records = await keepUnshown(database.prisma, joinRecords(read));
  return commitRevision(database, about, records);
}

/** The files of one folder. */
export const importFolder = (database: Pick<Database, 'prisma' | 'revision'>, folder: string, about: About) =>
  importFiles(database, [folder], about);
