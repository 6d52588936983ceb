// Owns what the engine's own list of markers does not tell of the manual cues of this console: dry
// runs, refusals, and those that wait for their answer. Refuses to fire within the engine's limit.
import { create } from 'zustand';
import type { TestCueResult } from '../../../contract/auction';
import type { ManualCueInput, ManualPad } from '../../../contract/marker';
import { MANUAL_CUE_GAP_MS } from '../../../contract/limits';
import { ask } from '../link/client';
import { engineNowMs } from '../store/vitals';

/** A dry run, a shot that was refused, or one that waits for its answer. */
export interface CueNote {
  readonly n: number;
  readonly pad: ManualPad;
  /** Engine epoch ms. */
  readonly atMs: number | null;
  readonly result:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'refused'; readonly sentence: string }
    | { readonly kind: 'dry run'; readonly answer: TestCueResult }
    | { readonly kind: 'heard'; readonly answer: TestCueResult };
}

interface CueLog {
  /** Newest first. */
  readonly notes: readonly CueNote[];
  /** Monotonic ms before which the engine would refuse another. */
  readonly nextMonoMs: number;
}

const KEPT = 50;
const KEY_BYTES = 16;
export const useCueLog = create<CueLog>()(() => ({ notes: [], nextMonoMs: 0 }));

function begin(pad: ManualPad): number {
  const n = (useCueLog.getState().notes[0]?.n ?? 0) + 1;
  const note: CueNote = { n, pad, atMs: engineNowMs(), result: { kind: 'waiting' } };
  useCueLog.setState(({ notes }) => ({ notes: [note, ...notes].slice(0, KEPT) }));
  return n;
}

function settle(n: number, result: CueNote['result']): void {
  useCueLog.setState(({ notes }) => ({
    notes: notes.map((note) => (note.n === n ? { ...note, result } : note)),
  }));
}

/** A key nobody else has. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fires a manual cue, the way every cue goes, and notes what became of it. */
export async function fireCue(input: ManualCueInput & { readonly pad: ManualPad }): Promise<void> {
  if (performance.now() < useCueLog.getState().nextMonoMs) return;
  useCueLog.setState({ nextMonoMs: performance.now() + MANUAL_CUE_GAP_MS });
  const n = begin(input.pad);
  // The key belongs to this hold: however often the request travels, it fires once.
  const shot = { ...input, idempotencyKey: freshKey() };
  const answer = await ask((client, signal) => client.markers.testCue(shot, { signal }));
  if (answer.ok) settle(n, { kind: 'heard', answer: answer.value });
  else settle(n, { kind: 'refused', sentence: answer.sentence });
}

/** Asks what a cue would do, and notes the answer. Fires nothing. */
export async function dryRun(input: ManualCueInput & { readonly pad: ManualPad }): Promise<void> {
  const n = begin(input.pad);
  const asked = { ...input, dryRun: true };
  const answer = await ask((client, signal) => client.markers.testCue(asked, { signal }));
  if (answer.ok) settle(n, { kind: 'dry run', answer: answer.value });
  else settle(n, { kind: 'refused', sentence: answer.sentence });
}
