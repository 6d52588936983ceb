// A person started or stopped a listener: it is recorded with who, then done, then told. Refuses
// to change the others; a restart of the engine opens every listener again.
import { fault } from '../../../contract/faults';
import type { Listener } from '../../../contract/status';
import { statusTold } from '../engine/engine-measured';
import type { Answer, Caller, ListenerWish } from '../ports';
import { draft, record, storageFault } from '../truck/recorder';
import type { Truck } from '../truck/truck';

/**
 * Starts or stops one. Asking for what is in force changes nothing; one in fault is tried again,
 * and a start that fails says why in its state.
 */
export async function listenerChanged(
  truck: Truck,
  { id, to, why }: ListenerWish,
  { actor }: Caller,
): Promise<Answer<Listener>> {
  const { ears, clock } = truck.ports;
  const known = ears.list().find((listener) => listener.id === id);
  if (known === undefined) return { ok: false, fault: fault('unknown_listener') };
  if (truck.memory === null) return storageFault(truck);
  const inForce = to === 'stopped' ? 'stopped' : 'listening';
  if (known.state === inForce) return { ok: true, value: known };
  const nowMs = clock.wallMs();
  const origin = { actor, cause: why, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const entry = draft('listener-changed', { listenerId: id, to, why }, origin);
  if ((await record(truck, [entry], () => undefined)) === null) return storageFault(truck);
  const after = await (to === 'stopped' ? ears.stop(id) : ears.start(id));
  statusTold(truck);
  if (after === null) return { ok: false, fault: fault('unknown_listener') };
  return { ok: true, value: after };
}
