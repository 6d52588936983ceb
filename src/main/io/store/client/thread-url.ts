// Owns finding the store's thread in the built program: beside the file that starts it, or one
// folder up where the bundler has put that file into a chunk. In an installed copy it is the one
// that lies outside the archive, a plain file to every thread. Refuses to guess further.
import { existsSync } from 'node:fs';
import { must } from '../../../core/lib/assert';

const CANDIDATES = ['./store-worker.js', '../store-worker.js'];

/** Where store-worker.js is. Throws where the build lacks it. */
export function threadUrl(from: string = import.meta.url): URL {
  const plain = from.replace(/\/app\.asar\//u, '/app.asar.unpacked/');
  const found = CANDIDATES.map((path) => new URL(path, plain)).find((url) => existsSync(url));
  return must(found, 'store-worker.js is not beside the program: build it again');
}
