// A console asked what its pads could do now: which are off and why, and which cue each follows.
// Refuses to build anything; that is a dry run's.
import { MANUAL_PADS } from '../../../../contract/limits';
import type { ManualPads } from '../../../../contract/marker';
import { padUse } from '../../../core/marker/manual/pad-order';
import type { Answer } from '../../ports';
import { storageFault } from '../../truck/recorder';
import type { Truck } from '../../truck/truck';
import { padSight } from './pad-sight';

/** Every pad in its order. */
export function padsAsked(truck: Truck): Answer<ManualPads> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
  const sight = padSight(truck, memory);
  const items = MANUAL_PADS.map((pad) => {
    const { off, eventId, markerId, from } = padUse(pad, sight);
    const heardAt = from === null ? null : new Date(from.receivedAtMs).toISOString();
    return { pad, off, eventId, markerId, heardAt };
  });
  return { ok: true, value: { items } };
}
