import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MigrationAwareAdapter, withSchemaEngine } from './schema-engine.ts';

const prismaFolder = fileURLToPath(new URL('../../prisma/', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/** The migrations on disk, in the form that the schema engine takes. */
function migrationsList() {
  const baseDir = join(prismaFolder, 'migrations');
  const folders = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const lockFile = join(baseDir, 'migration_lock.toml');
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map((folder) => folder.name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

const datamodel = () => ({
  files: [{ path: 'schema.prisma', content: readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8') }],
});

/**
 * Applies what is missing of `prisma/migrations` and records it in `_prisma_migrations`, as Prisma's own
 * command would.
 * @returns the names of the migrations applied.
 */
export async function applyMigrations(adapter: MigrationAwareAdapter): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(adapter, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters }),
  );
  return appliedMigrationNames;
}

/**
 * The SQL that leads from the migrations to `schema.prisma`: the text of the next migration, or an empty
 * string where they agree.
 * @param adapter of an empty database that the migrations can be tried on.
 */
export async function missingMigration(adapter: MigrationAwareAdapter): Promise<string> {
  const { stdout } = await withSchemaEngine(adapter, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationsList() },
      to: { tag: 'schemaDatamodel', ...datamodel() },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  const script = stdout ?? '';
  return script.includes('This is an empty migration') ? '' : script.trim();
}
