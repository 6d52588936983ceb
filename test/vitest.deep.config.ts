// Owns how the long runs go under vitest: one file after the other, so that each has the machine
// to itself, and without a limit of vitest's own. Each takes its length from CUEBID_DEEP_MINUTES.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.deep.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 0,
    setupFiles: ['test/fixtures/after-each-file.ts'],
    hookTimeout: 60_000,
  },
});
