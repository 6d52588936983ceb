// Owns what became of the manual cues fired from this console: the engine's answer to each, and the
// auction it opened. Refuses to fire twice within the engine's own limit.
import { create } from 'zustand';
import type { TestCueResult } from '../../../contract/auction';
import type { MarkerContext, TestCueInput } from '../../../contract/marker';
import { MANUAL_CUE_GAP_MS } from '../../../contract/limits';
import { ask } from '../link/client';
import { engineNowMs } from '../store/vitals';

/** One fired cue. */
export interface FiredCue {
  readonly n: number;
  readonly eventType: string;
  readonly teamId: string;
  /** Engine epoch ms at firing. */
  readonly atMs: number | null;
  readonly result:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'heard'; readonly answer: TestCueResult }
    | { readonly kind: 'refused'; readonly sentence: string };
}

interface CueLog {
  readonly fired: readonly FiredCue[];
  /** Monotonic ms before which the engine would refuse another. */
  readonly nextMonoMs: number;
}

const KEPT = 12;
export const useCueLog = create<CueLog>()(() => ({ fired: [], nextMonoMs: 0 }));

/** What a producer fills in. */
export interface CueDraft {
  readonly eventType: string;
  readonly teamId: string;
  readonly gameId: string;
  readonly flags: ReadonlySet<keyof MarkerContext>;
}

/** The draft as the contract wants it: an empty field and an unset flag are silent. */
export function cueInput(draft: CueDraft): TestCueInput {
  const input: TestCueInput = { eventType: draft.eventType };
  const [teamId, gameId] = [draft.teamId.trim(), draft.gameId.trim()];
  if (teamId !== '') input.teamId = teamId;
  if (gameId !== '') input.gameId = gameId;
  for (const flag of draft.flags) input[flag] = true;
  return input;
}

function settle(n: number, result: FiredCue['result']): void {
  useCueLog.setState(({ fired }) => ({
    fired: fired.map((cue) => (cue.n === n ? { ...cue, result } : cue)),
  }));
}

/** Fires a manual cue, the way every cue goes, and notes what became of it. */
export async function fireCue(draft: CueDraft): Promise<void> {
  const { fired, nextMonoMs } = useCueLog.getState();
  if (performance.now() < nextMonoMs) return;
  const n = (fired[0]?.n ?? 0) + 1;
  const { eventType } = draft;
  const teamId = draft.teamId.trim();
  const cue: FiredCue = { n, eventType, teamId, atMs: engineNowMs(), result: { kind: 'waiting' } };
  useCueLog.setState({
    fired: [cue, ...fired].slice(0, KEPT),
    nextMonoMs: performance.now() + MANUAL_CUE_GAP_MS,
  });
  const answer = await ask((client, signal) => client.markers.testCue(cueInput(draft), { signal }));
  if (answer.ok) settle(n, { kind: 'heard', answer: answer.value });
  else settle(n, { kind: 'refused', sentence: answer.sentence });
}
