// Owns the way to the shared recorded cues, where a checkout has them. Refuses to fetch anything:
// without them the tests that need them are counted as skipped, by name.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded or made section with what a decoder is expected to say of it. */
export interface SectionVector {
  readonly id: string;
  readonly hex: string;
  readonly expect: Record<string, unknown> & { readonly ok?: boolean };
}

/** The folder the recorded cues lie in, whether or not it is there. */
export function sharedRoot(): string {
  const root = process.env['CUEBID_TEST_DATA'] ?? join(process.cwd(), '..', 'shared', 'data');
  return join(root, 'scte');
}

function sharedText(file: string): string | null {
  const path = join(sharedRoot(), file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** A recorded JSON file under the shared data's scte folder, or null where it is absent. */
export function sharedJson<T>(file: string): T | null {
  const text = sharedText(file);
  return text === null ? null : (JSON.parse(text) as T);
}

/** The lines of a recorded file under the shared data's scte folder, or null where it is absent. */
export function sharedLines<T>(file: string): readonly T[] | null {
  const text = sharedText(file);
  if (text === null) return null;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
