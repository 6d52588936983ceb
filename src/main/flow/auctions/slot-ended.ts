// A cue ended a slot: the slot is named on the cue's row, and an auction that would still sell it
// is dropped, in the transaction of that cue. Refuses to end what has not begun, a newer slot of
// the same event id, and an end that lies ahead; what is sold stays sold.
import type { MarkerIdentity } from '../../core/marker/marker-identity';
import { steadyMs } from '../truck/steady';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import type { Cancelling } from './auction-cancelled';
import { auctionDropped, dropTold } from './auction-dropped';
import { waitingOpened } from './auction-waited';

/** The slot that ended, and what goes into the transaction of its end. */
export interface SlotEnd extends Pick<Cancelling, 'drafts' | 'told'> {
  readonly auctionId: string;
}

/** An end on its way in: its marker, when it was heard, and when it takes effect. */
export interface Ending {
  readonly markerId: string;
  readonly identity: MarkerIdentity | null;
  readonly receivedMonoMs: number;
  /** From arrival to the splice; null where the cue does not tell. */
  readonly spliceInMs: number | null;
}

function liveOf(memory: Memory, auctionId: string): LiveAuction | undefined {
  const isIt = ({ state }: LiveAuction): boolean => state.terms.auctionId === auctionId;
  return memory.open.get(auctionId) ?? memory.waiting.find(isIt);
}

/** Ends the slot that the cue belongs to; null where it belongs to none. */
export function slotEnded(truck: Truck, memory: Memory, at: Ending): SlotEnd | null {
  const { identity, receivedMonoMs, spliceInMs } = at;
  if (identity === null) return null;
  const heardAtMs = steadyMs(truck, receivedMonoMs);
  const endsAtMs = spliceInMs === null ? null : heardAtMs + spliceInMs;
  const ended = memory.slots.endedBy({ identity, heardAtMs, endsAtMs });
  if (ended === null) return null;
  const { auctionId } = ended;
  memory.slots.close(auctionId);
  const live = ended.endsAtMs <= heardAtMs ? liveOf(memory, auctionId) : undefined;
  if (live === undefined) return { auctionId, drafts: [], told: () => undefined };
  const entry = auctionDropped(truck, memory, { live, reason: 'slot_ended', cause: at.markerId });
  const { state } = live;
  return {
    auctionId,
    drafts: [entry],
    told: ({ recordedAtMs }, now) => {
      dropTold(truck, now, { live, state, recordedAtMs });
      waitingOpened(truck, now);
    },
  };
}
