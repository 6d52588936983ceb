// Owns what pads look at, gathered from the engine's memory: the trail of cues, and the newest
// auction a cancel would drop. Refuses to change anything.
import { readDatagram } from '../../../core/codec/datagram';
import { fromBase64 } from '../../../core/lib/base64';
import type { Cancellable, PadSight } from '../../../core/marker/manual/pad-order';
import { steadyMs } from '../../truck/steady';
import type { Memory, Truck } from '../../truck/truck';

function newestCancellable(memory: Memory): Cancellable | null {
  let newest: Cancellable | null = null;
  for (const { state } of [...memory.open.values(), ...memory.waiting]) {
    const { auctionId, markerId, eventId, eventKind } = state.terms;
    if (eventId === null || eventKind === null) continue;
    const isNewer = newest === null || auctionId.length > newest.auctionId.length;
    if (isNewer || auctionId > (newest?.auctionId ?? '')) {
      newest = { auctionId, markerId, eventId, eventKind };
    }
  }
  return newest;
}

/** What pads look at now. */
export function padSight(truck: Truck, memory: Memory): PadSight {
  const { clock, text } = truck.ports;
  return {
    trail: memory.trail,
    nowMs: steadyMs(truck, clock.monoMs()),
    cancels: newestCancellable(memory),
    read: ({ rawBase64 }) => {
      const [reading] = readDatagram(fromBase64(rawBase64) ?? new Uint8Array(), text);
      return reading?.ok === true ? reading : null;
    },
  };
}
