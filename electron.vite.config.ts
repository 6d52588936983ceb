// Owns how the three parts are built: main (every program that runs under Node or Electron), the
// preload script and the console. Packages in `dependencies` stay outside the bundles, everything
// else goes in, so that an installed copy is out/ and those few packages. Chunks lie beside the
// entries: `new URL('./store-worker.js', import.meta.url)` then means the same from any of them.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (path: string): string => resolve(import.meta.dirname, path);

/** Programs of the main side: name in out/main, and source. */
const PROGRAMS: Readonly<Record<string, string>> = {
  index: 'src/main/index.ts',
  engine: 'src/main/engine.ts',
  headless: 'src/main/headless.ts',
  'store-worker': 'src/main/io/store/store-worker.ts',
  verify: 'src/main/tools/verify.ts',
  cue: 'src/main/tools/cue.ts',
  replay: 'src/main/tools/replay.ts',
};

/**
 * What the store's thread loads beside its entry, in one file: an installed copy keeps these two
 * outside its archive, so that the thread needs nothing of Electron to be started.
 */
const STORE = { name: 'store', test: /[\\/]src[\\/]main[\\/]io[\\/]store[\\/](?!store-worker)/u };

/** Files are named from the root, so that an address of two parts (/markers/inspect) finds them. */
const FROM_ROOT = {
  name: 'files-from-the-root',
  config: { order: 'post', handler: () => ({ base: '/' }) },
} as const;

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(PROGRAMS).map(([name, source]) => [name, from(source)]),
        ),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: [STORE] },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react(), FROM_ROOT],
    build: {
      minify: true,
      // The console's content policy forbids data: addresses, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: from('src/renderer/index.html') },
    },
  },
});
