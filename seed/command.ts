import { catalogue } from '../api/catalogue/entities/catalogue.ts';
import type { EntityName } from '../api/catalogue/model/entity.ts';
import { type Database, openDatabase } from '../api/database/open-database.ts';
import { cannotBeUsed, isUnavailable } from '../api/database/unavailable.ts';
import { CallerError, OperatorError } from '../api/errors.ts';
import { ImportErrors } from '../api/imports/problem.ts';
import { environmentWithFile, readSettings, type Settings, SettingsError } from '../api/settings/settings.ts';

/** What whoever starts a command can mend is told in its own words; anything else with its stack. */
const plainErrors = [CallerError, ImportErrors, OperatorError];

/**
 * Runs a command of the hub and ends the process: what it returns goes to standard output, an error to standard error,
 * both to their last byte, with exit code 1.
 */
export async function runCommand(work: (settings: Settings) => Promise<string>): Promise<never> {
  // Whoever reads may have seen enough.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(1));
  try {
    await write(process.stdout, await work(readSettings(environmentWithFile(process.env))));
  } catch (error) {
    const isPlain = plainErrors.some((kind) => error instanceof kind);
    const { message, stack } = error as Error;
    await write(process.stderr, `${(isPlain && message) || stack || error}\n`);
    process.exit(1);
  }
  // The schema engine leaves a timer behind that would keep the process for ten seconds.
  process.exit(0);
}

const write = (stream: NodeJS.WriteStream, text: string) =>
  new Promise<void>((resolve) => stream.write(text, () => resolve()));

/**
 * Runs `work` on the database of the settings, and closes it.
 * @throws OperatorError where that is away or has no room.
 */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw new OperatorError(`${cannotBeUsed(database.description, error)}.`, { cause: error });
  } finally {
    await database.close();
  }
}

/** @throws SettingsError for what is no kind of record. */
export function readEntity(given: string | undefined, usage: string): EntityName {
  const names = Object.keys(catalogue) as EntityName[];
  const entity = names.find((name) => name === given);
  if (entity) return entity;
  throw new SettingsError(
    `${given ?? 'Nothing'} is no kind of record; there are ${names.join(', ')}.\n${usage}`,
  );
}

/** Reads the arguments. @throws SettingsError in words, with how the command is used. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new SettingsError(`${(error as Error).message}\n${usage}`);
  }
}
