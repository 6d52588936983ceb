// New auctions were held by a person, or let open again. While held, cues are listed with the
// reason `held`, and what waits to open ends. Refuses to touch an auction that is open: it runs to
// its end.
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

/** Holds new auctions or releases the hold. Asking for what is in force changes nothing. */
export async function holdChanged(
  truck: Truck,
  { held, why }: { readonly held: boolean; readonly why: string },
  caller: Caller,
): Promise<Answer<null>> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
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
