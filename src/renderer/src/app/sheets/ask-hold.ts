// Owns asking the engine to hold new auctions, or to let them open again. Refuses to decide: the
// engine's answer is what is shown, and its status is what holds.
import { create } from 'zustand';
import { ask } from '../../link/client';
import { say } from '../../store/notices';
import { showSheet } from './sheet-store';

interface HoldAsking {
  readonly asking: boolean;
  /** What the engine said to the last request, null where it agreed or was not asked. */
  readonly refusal: string | null;
}

export const useHoldAsking = create<HoldAsking>()(() => ({ asking: false, refusal: null }));

/** Says in the sheet that a hold of the ring came to nothing, as somebody else was first. */
export function tellOvertaken(held: boolean): void {
  const now = held ? 'New auctions were held' : 'New auctions were let open again';
  const refusal = `${now} by somebody else meanwhile. Your hold was let go and changed nothing.`;
  useHoldAsking.setState({ refusal });
}

/** Forgets what was said; for a sheet that opens anew. */
export function forgetRefusal(): void {
  useHoldAsking.setState({ refusal: null });
}

/**
 * Asks for a hold, or for its end, from what this desk saw in force; closes the sheet when the
 * engine agrees.
 */
export async function askHold(held: boolean): Promise<void> {
  useHoldAsking.setState({ asking: true, refusal: null });
  const answer = await ask((client, signal) =>
    client.setHold({ held, why: 'by hand at the console', expected: !held }, { signal }),
  );
  const refusal = answer.ok ? null : answer.sentence;
  useHoldAsking.setState({ asking: false, refusal });
  if (refusal !== null) {
    say('warning', `${held ? 'Holding new auctions' : 'Ending the hold'} refused. ${refusal}`);
    return;
  }
  showSheet(null);
  if (!held) say('info', 'New auctions open again, from the next cue on.');
}
