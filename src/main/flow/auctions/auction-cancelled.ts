// A cancel cue arrived: every auction of its event that has not begun to close is dropped, in the
// transaction of the cancel itself. Refuses to undo a sale; what is decided stays decided. A copy
// of a cancel cancels again: its cue may have come in between.
import type { MarkerReason } from '../../../contract/reasons';
import type { Draft } from '../../core/ledger/entries';
import type { Meaning } from '../../core/marker/event-map';
import type { Told } from '../truck/recorder';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionDropped, dropTold } from './auction-dropped';
import { waitingOpened } from './auction-waited';

/** What the cancel's own row says, and what goes into its transaction. */
export interface Cancelling {
  readonly reason: MarkerReason;
  readonly drafts: readonly Draft[];
  readonly told: Told;
}

/** A cancel, and of which program of a stream; undefined where no stream carried it. */
export type Cancel = Extract<Meaning, { kind: 'cancel' }> & {
  readonly carrierProgram: number | undefined;
};

/** What is open or waiting for the event of a cancel. */
export function cancelledBy(memory: Memory, cancel: Cancel): LiveAuction[] {
  const { eventId, eventKind, carrierProgram } = cancel;
  return [...memory.open.values(), ...memory.waiting].filter(({ state: { terms } }) => {
    if (terms.eventId !== eventId || terms.eventKind !== eventKind) return false;
    const own = memory.slots.carrierProgramOf(terms.auctionId);
    return own === undefined || carrierProgram === undefined || own === carrierProgram;
  });
}

/** Cancels what is open or waiting for this event. `cause` is the cancel marker's id. */
export function auctionCancelled(
  truck: Truck,
  memory: Memory,
  at: { means: Cancel; cause: string },
): Cancelling {
  const found = cancelledBy(memory, at.means);
  const dropping = (live: LiveAuction): Draft =>
    auctionDropped(truck, memory, { live, reason: 'cancelled', cause: at.cause });
  const drafts = found.map(dropping);
  const dropped = found.map((live) => ({ live, state: live.state }));
  return {
    reason: found.length === 0 ? 'cancel_nothing_open' : 'cancels_auction',
    drafts,
    told: ({ recordedAtMs }, now) => {
      for (const { live, state } of dropped) dropTold(truck, now, { live, state, recordedAtMs });
      if (dropped.length > 0) waitingOpened(truck, now);
    },
  };
}
