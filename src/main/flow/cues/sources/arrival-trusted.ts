// A person trusts the arrival time of a source whose clock is wrong, or its own clock again. It is
// journalled and ends with the run: a restart judges by the clock. Refuses a source that no cue
// with a time of its own came from.
import { fault } from '../../../../contract/faults';
import type { TrustChange } from '../../../../contract/marker';
import { statusTold } from '../../engine/engine-measured';
import type { Answer, Caller } from '../../ports';
import { draft, record, storageFault } from '../../truck/recorder';
import type { Truck } from '../../truck/truck';

/** Trusts arrival, or ends that. Asking for what is in force changes nothing. */
export async function arrivalTrusted(
  truck: Truck,
  change: TrustChange,
  caller: Caller,
): Promise<Answer<null>> {
  if (truck.memory === null) return storageFault(truck);
  const { address, trusted, why } = change;
  const { sources, ports } = truck;
  if (sources.isTrusted(address) === trusted) {
    return trusted || sources.knows(address)
      ? { ok: true, value: null }
      : { ok: false, fault: fault('unknown_source') };
  }
  const nowMs = ports.clock.wallMs();
  const { actor } = caller;
  if (!sources.trust(address, trusted ? { sinceMs: nowMs, by: actor } : null)) {
    return { ok: false, fault: fault('unknown_source') };
  }
  const origin = { actor, cause: why, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const entry = draft('arrival-trusted', { address, trusted, why }, origin);
  const recorded = await record(truck, [entry], () => statusTold(truck));
  return recorded === null ? storageFault(truck) : { ok: true, value: null };
}
