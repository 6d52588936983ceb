// New auctions were held by a person, or let open again. While held, cues are listed with the
// reason `held`, and what waits to open ends. Refuses to touch an auction that is open: it runs to
// its end.
import { fault } from '../../../contract/faults';
import { auctionDroppedAlone } from '../auctions/auction-dropped';
import type { Answer, Caller } from '../ports';
import { draft, record, storageFault } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';
import { statusTold } from './engine-measured';

/** What waits would open later, as a new auction: it ends, and says why. */
function waitingDropped(truck: Truck, memory: Memory): void {
  for (const live of [...memory.waiting]) {
    auctionDroppedAlone(truck, memory, { live, reason: 'held', cause: 'new auctions held' });
  }
}

/** What is asked for; `expected` is what the asker saw in force, absent where it did not look. */
export interface HoldChange {
  readonly held: boolean;
  readonly why: string;
  readonly expected?: boolean | undefined;
}

function seenOtherwise(memory: Memory, expected: boolean | undefined): string | null {
  if (expected === undefined || expected === (memory.hold !== null)) return null;
  const now = memory.hold === null ? 'open again' : 'are held';
  return `New auctions ${now} since you looked. Nothing was changed.`;
}

/**
 * Holds new auctions or releases the hold. Asking for what is in force changes nothing; asking from
 * what is no longer in force is refused.
 */
export async function holdChanged(
  truck: Truck,
  { held, why, expected }: HoldChange,
  caller: Caller,
): Promise<Answer<null>> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
  const otherwise = seenOtherwise(memory, expected);
  if (otherwise !== null) return { ok: false, fault: fault('stale_version', otherwise) };
  if ((memory.hold !== null) === held) return { ok: true, value: null };
  const nowMs = truck.ports.clock.wallMs();
  memory.hold = held ? { sinceMs: nowMs } : null;
  const origin = { actor: caller.actor, cause: why, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const entry = draft('hold-changed', { held, why }, origin);
  const recorded = record(truck, [entry], () => statusTold(truck));
  // In this same turn: nothing that waits may open between the word and its commit.
  if (held) waitingDropped(truck, memory);
  return (await recorded) === null ? storageFault(truck) : { ok: true, value: null };
}
