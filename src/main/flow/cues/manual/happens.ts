// Owns the one sentence of what a manual cue would do. Refuses to promise: it says what the engine
// knows now.
import type { CuePlan } from '../../../../contract/auction';
import { MARKER_REASONS, type MarkerReason } from '../../../../contract/reasons';
import type { Mode } from '../../../../contract/status';

/** What the sentence is made of. */
export interface Foresight {
  readonly mode: Mode;
  /** Why it would start nothing; null where it would start an auction. */
  readonly reason: MarkerReason | null;
  /** Auctions it would cancel. */
  readonly dropped: readonly string[];
  readonly auction: CuePlan['auction'];
}

function starts(mode: Mode, { open, mostOpen }: NonNullable<CuePlan['auction']>): string {
  const money = mode === 'ON_AIR' ? 'the winner owes the price' : 'nothing is charged';
  if (open >= mostOpen) return `Waits until one of ${open} open auctions closes; then ${money}.`;
  if (mode === 'ON_AIR') return `Starts a live auction; ${money}.`;
  return `Starts an auction in REHEARSAL; ${money}.`;
}

/** The sentence. */
export function happens({ mode, reason, dropped, auction }: Foresight): string {
  if (mode === 'SETUP') return 'SETUP fires nothing. A dry run shows the bytes.';
  if (dropped.length > 0) return `Cancels ${dropped.join(', ')}. Its slot is not sold.`;
  if (reason === 'ends_slot') return 'Ends the slot of this event. Opens no auction.';
  if (auction !== null) return starts(mode, auction);
  return `Starts nothing. ${reason === null ? '' : MARKER_REASONS[reason]}`.trim();
}
