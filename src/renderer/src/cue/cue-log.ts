// Owns what the engine's own list of markers does not tell of the manual cues of this console: dry
// runs, refusals, and those that wait for their answer. Refuses to fire within the engine's limit,
// and to call refused what may have been fired: once the link is back the engine is asked again.
import { create } from 'zustand';
import type { TestCueResult } from '../../../contract/auction';
import type { ManualCueInput, ManualPad } from '../../../contract/marker';
import { MANUAL_CUE_GAP_MS } from '../../../contract/limits';
import { ask, isUnanswered, type Answer } from '../link/client';
import { engineNowMs } from '../store/vitals';
import { whenAsked, whenLinked } from './when-linked';

/** A dry run, a shot that was refused or may have been fired, or one that waits for its answer. */
export interface CueNote {
  readonly n: number;
  readonly pad: ManualPad;
  /** Engine epoch ms. */
  readonly atMs: number | null;
  readonly result:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'refused'; readonly sentence: string }
    | { readonly kind: 'unknown'; readonly sentence: string }
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

type Shot = ManualCueInput & { readonly pad: ManualPad; readonly idempotencyKey: string };

/** Nothing about the shot: the question itself did not get through. */
const ASK_AGAIN: readonly string[] = ['no_link', 'desk_locked', 'too_many', 'stopping'];
const NO_ANSWER = 'It may have been fired; the engine is asked again.';
const NEW_ENGINE = 'It may have been fired; the engine is a new one since.';

/** What the answer to a shot says of it. */
export function toldOfShot(answer: Answer<TestCueResult>): CueNote['result'] {
  if (answer.ok) return { kind: 'heard', answer: answer.value };
  if (isUnanswered(answer)) return { kind: 'unknown', sentence: NO_ANSWER };
  return { kind: 'refused', sentence: answer.sentence };
}

/**
 * What a second question about a shot says of it; null where it says nothing and is to be asked
 * again. An engine that knows its keys only since after the shot (epoch ms) cannot tell.
 */
export function toldLater(
  answer: Answer<TestCueResult>,
  firedAtMs: number | null,
): CueNote['result'] | null {
  if (answer.ok) return { kind: 'heard', answer: answer.value };
  if (isUnanswered(answer) || ASK_AGAIN.includes(answer.code)) return null;
  const { keysSince } = (answer.data ?? {}) as { readonly keysSince?: string };
  if (answer.code === 'unknown_key' && Date.parse(keysSince ?? '') > (firedAtMs ?? 0)) {
    return { kind: 'unknown', sentence: NEW_ENGINE };
  }
  return { kind: 'refused', sentence: answer.sentence };
}

/** Asks by the same key, which fires nothing, until the engine has said what became of the shot. */
async function askAgain(n: number, shot: Shot, firedAtMs: number | null): Promise<void> {
  const question = { ...shot, answerOnly: true };
  for (;;) {
    await whenLinked();
    const answer = await ask((client, signal) => client.markers.testCue(question, { signal }));
    const told = toldLater(answer, firedAtMs);
    if (told !== null) {
      settle(n, told);
      return;
    }
    await whenAsked();
  }
}

/** Fires a manual cue, the way every cue goes, and notes what became of it. */
export async function fireCue(input: ManualCueInput & { readonly pad: ManualPad }): Promise<void> {
  if (performance.now() < useCueLog.getState().nextMonoMs) return;
  useCueLog.setState({ nextMonoMs: performance.now() + MANUAL_CUE_GAP_MS });
  const firedAtMs = engineNowMs();
  const n = begin(input.pad);
  // The key belongs to this hold: however often the request travels, it fires once.
  const shot = { ...input, idempotencyKey: freshKey() };
  const answer = await ask((client, signal) => client.markers.testCue(shot, { signal }));
  const told = toldOfShot(answer);
  settle(n, told);
  if (told.kind === 'unknown') await askAgain(n, shot, firedAtMs);
}

/** Asks what a cue would do, and notes the answer. Fires nothing. */
export async function dryRun(input: ManualCueInput & { readonly pad: ManualPad }): Promise<void> {
  const n = begin(input.pad);
  const asked = { ...input, dryRun: true };
  const answer = await ask((client, signal) => client.markers.testCue(asked, { signal }));
  if (answer.ok) settle(n, { kind: 'dry run', answer: answer.value });
  else settle(n, { kind: 'refused', sentence: answer.sentence });
}
