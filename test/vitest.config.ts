// Owns how the tests run under vitest: from the project's root, in forked processes (a native
// database module is loaded in each). The deep suites have a config of their own. Electron is
// a typed stub here, since outside its runtime its package is only the path of a program.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve: {
    alias: { electron: fileURLToPath(new URL('./main/shell/electron-stub.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/**/*.deep.test.ts'],
    pool: 'forks',
    setupFiles: ['test/fixtures/after-each-file.ts'],
    testTimeout: 20_000,
  },
});
