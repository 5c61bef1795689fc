import type { Database } from '../database/open-database.ts';
import { checkReferences } from './check-references.ts';
import { type Committed, commitRevision } from './commit-revision.ts';
import { joinRecords } from './join-files.ts';
import { ImportErrors, type Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';

/**
 * Imports the CSV files of a folder. Every row is checked before anything is written; a second import of the
 * same files changes nothing and makes no revision. Records that are not in the files stay as they are.
 * @throws ImportErrors with all mistakes at once; the database is unchanged.
 */
export async function importFolder(
  { prisma }: Pick<Database, 'prisma'>,
  folder: string,
  about: { readonly actor: string; readonly message: string },
): Promise<Committed> {
  const problems: Problem[] = [];
  const read = readFolder(folder, problems);
  if (read.records.size === 0 && read.joined.length === 0)
    problems.push({
      file: folder,
      line: 0,
      column: '',
      value: '',
      message: 'holds no file of the catalogue.',
    });
  await checkReferences(prisma, read, problems);
  if (problems.length > 0) throw new ImportErrors(problems);
  return commitRevision(prisma, about, joinRecords(read));
}
