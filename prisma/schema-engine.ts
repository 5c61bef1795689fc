import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

export type MigrationAwareAdapter = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0];

/** What the DOM's types tell of it; Node's tell nothing. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  };
};

let loaded = false;

/** Node does not load `.wasm` by import, so the module is instantiated by hand, once. */
function load() {
  if (loaded) return;
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(readFileSync(glue.replace(/\.js$/, '.wasm')));
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

/**
 * Runs `work` with Prisma's schema engine (the official one, as WebAssembly) over a driver adapter.
 * Nothing is downloaded, and PGlite and PostgreSQL are migrated by the same code.
 */
export async function withSchemaEngine<T>(
  adapter: MigrationAwareAdapter,
  work: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  load();
  const connections: Awaited<ReturnType<MigrationAwareAdapter['connect']>>[] = [];
  const remembering: MigrationAwareAdapter = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    async connect() {
      const connection = await adapter.connect();
      connections.push(connection);
      return connection;
    },
  };
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(remembering),
  );
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    // The engine leaves what it opened open: the server would see a connection that nobody uses.
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}
