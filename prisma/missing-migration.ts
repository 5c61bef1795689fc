import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationsFolder } from '../api/database/migrate.ts';
import { type MigrationAwareAdapter, withSchemaEngine } from './schema-engine.ts';

const datamodel = fileURLToPath(new URL('schema.prisma', import.meta.url));

/** The migrations on disk, in the form that the schema engine takes. */
function migrationsList() {
  const folders = readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const lockfile = 'migration_lock.toml';
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockfile, content: readFileSync(join(migrationsFolder, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map((folder) => folder.name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
  };
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
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: 'schema.prisma', content: readFileSync(datamodel, 'utf8') }],
      },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const script = stdout ?? '';
  return script.includes('This is an empty migration') ? '' : script.trim();
}
