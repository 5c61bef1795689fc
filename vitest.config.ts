import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { databaseTests } from './tests/support/database-tests.ts';

export default defineConfig({
  resolve: {
    // Packages load graphql as CommonJS; the tests have to share that one copy.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }],
  },
  test: {
    // A run on a PostgreSQL server repeats what asks the database.
    include: process.env.TEST_DATABASE_URL ? databaseTests() : ['tests/**/*.test.ts'],
    exclude: ['tests/clients/**'],
    globalSetup: 'tests/support/templates.ts',
    environment: 'node',
    env: { NODE_ENV: 'test' },
    // A database is opened in most files, which takes seconds on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // The files of a worker share what they import, which is half of the work otherwise; each leaves behind what it found.
    isolate: false,
  },
});
