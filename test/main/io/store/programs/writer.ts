// Owns a program that writes to a store until it is killed, and says on standard output what was
// acknowledged. Arguments: data directory, most rows a flow, flows in all (0: without end). When
// all flows are acknowledged it says `done` and lives on, so that its end is always the killer's.
import { writeSync } from 'node:fs';
import type { Draft } from '../../../../../src/main/core/ledger/entries';
import type * as Opening from '../../../../../src/main/io/store/open-store';
import type * as Drafting from '../marker-draft';

const at = (path: string): string => new URL(path, import.meta.url).href;

await import(at('./resolve-source.ts'));
const opening = (await import(
  at('../../../../../src/main/io/store/open-store.ts')
)) as typeof Opening;
const { markerDraft } = (await import(at('../marker-draft.ts'))) as typeof Drafting;

const [dataDir = '', mostRows = '1', flowsInAll = '0'] = process.argv.slice(2);
const most = Number(flowsInAll) || Infinity;
const store = await opening.openStore({
  dataDir,
  workerUrl: new URL('./thread-from-source.ts', import.meta.url),
});
const { counters, head } = await store.load();
writeSync(1, `loaded ${head.seq}\n`);

let number = counters.marker;
let acknowledged = 0;

function flow(n: number): Draft[] {
  const rows = 1 + (n % Number(mostRows));
  return Array.from({ length: rows }, () => markerDraft((number += 1)));
}

/** Writes at once, so that what was said is said before a kill; waits where the pipe is full. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function told(lastSeq: number): void {
  acknowledged += 1;
  say(`${lastSeq}\n`);
  if (acknowledged === most) say('done\n');
}

for (let n = 0; n < most; n += 1) {
  void store.append(flow(n)).then(({ lastSeq }) => told(lastSeq));
  while (store.pending() > 40) await new Promise((resolve) => setImmediate(resolve));
}
setInterval(() => undefined, 60_000);
