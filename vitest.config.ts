import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Packages load graphql as CommonJS; the tests have to share that one copy.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/clients/**'],
    globalSetup: 'tests/support/templates.ts',
    environment: 'node',
    env: { NODE_ENV: 'test' },
    // A database is opened in most files, which takes seconds on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
