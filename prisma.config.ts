import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a schema engine that it does not use here: migrations run with the engine as
// WebAssembly (api/database/schema-engine.ts). Naming any executable keeps it from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
