/**
 * `npm run migration -- NAME`: writes the migration that leads from `prisma/migrations` to `schema.prisma`.
 * With `--check` it writes nothing and fails when one is missing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { missingMigration } from './missing-migration.ts';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' } },
  allowPositionals: true,
});
const [name] = positionals;

/** The engine tries the migrations on a second database, which needs the same extensions as the first. */
class InMemory extends PrismaPGlite {
  static async create() {
    return new InMemory(await PGlite.create({ extensions: { pg_trgm } }));
  }
  override async connectToShadowDb() {
    return (await InMemory.create()).connect();
  }
}

const script = await missingMigration(await InMemory.create());

if (!script) {
  process.stdout.write('The migrations and schema.prisma agree.\n');
  // PGlite leaves an exit code of its own behind.
  process.exitCode = 0;
} else if (values.check) {
  process.stderr.write(
    `schema.prisma is ahead of the migrations; «npm run migration -- NAME» would write:\n${script}\n`,
  );
  process.exitCode = 1;
} else if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('A name is missing: npm run migration -- add_something (small letters, digits, _).\n');
  process.exitCode = 1;
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = fileURLToPath(new URL(`migrations/${stamp}_${name}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}migration.sql`, `${script}\n`);
  process.stdout.write(`Wrote ${folder}migration.sql\n`);
  process.exitCode = 0;
}
