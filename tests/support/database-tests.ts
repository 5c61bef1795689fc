import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whoever imports it opens a database. */
const opener = 'tests/support/templates.ts';

/**
 * The test files that ask a database, for a run on another one: the rest says the same on each. What a browser shows
 * is left out as well, since it is made of the answers that the others compare.
 */
export function databaseTests(): string[] {
  const imports = new Map(
    readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('tests', name))
      .map((file) => [
        file,
        [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
          join(dirname(file), path),
        ),
      ]),
  );
  const asks = (file: string): boolean => file === opener || (imports.get(file) ?? []).some(asks);
  return [...imports.keys()].filter((file) => /(?<!\.browser)\.test\.ts$/.test(file) && asks(file));
}
