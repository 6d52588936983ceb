// Owns a temporary folder that stands in for the system's while a part runs, so that whatever the
// part leaves behind is seen and told by name. Refuses to leave anything itself.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the systems call their temporary folder. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'];

/** Kept there by Node and by a loader of settings for their next run; not the part's own. */
const CACHES = ['node-compile-cache', 'jiti'];

/** Runs `work` with the variables for a folder of its own; gives [its answer, what is left]. */
export async function inOwnTemp(work) {
  const folder = mkdtempSync(join(tmpdir(), 'cuebid-run-'));
  try {
    const answer = await work(Object.fromEntries(VARIABLES.map((name) => [name, folder])));
    const left = readdirSync(folder).filter((name) => !CACHES.includes(name));
    return [answer, left.toSorted()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
