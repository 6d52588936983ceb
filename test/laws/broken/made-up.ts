// Owns the small made-up projects on which the laws are tried. Their texts are put together at run
// time, so that this folder itself keeps the laws it breaks.
import type { Tree } from '../law';

/** A project of the given files: text by path. */
export const project = (files: Readonly<Record<string, string>>): Tree =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

/** A text of so many lines. */
export const lines = (count: number): string => 'line\n'.repeat(count);

/** A function of so many lines. */
export const functionOf = (count: number): string =>
  `function long() {\n${'  step();\n'.repeat(count - 2)}}\n`;

/** A word in pieces, put together. */
export const joined = (...pieces: readonly string[]): string => pieces.join('');
