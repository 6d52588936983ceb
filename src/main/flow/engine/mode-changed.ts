// The mode was changed by a person or the command line. Going on air passes the pre-flight; what
// fails there refuses a person and is recorded as overridden for the command line. Auctions already
// open keep the mode they opened in.
import { fault } from '../../../contract/faults';
import type { Mode } from '../../../contract/status';
import { auctionDroppedAlone } from '../auctions/auction-dropped';
import { whatStopsAir } from '../host/preflight-run';
import type { Answer, Caller } from '../ports';
import { draft, record, storageFault } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';
import { statusTold } from './engine-measured';

/** What waits from another mode never opens: a rehearsed slot must not go on air. */
function waitingDropped(truck: Truck, memory: Memory): void {
  if (truck.memory !== memory) return;
  const stays = memory.mode.mode === 'REHEARSAL';
  for (const live of [...memory.waiting]) {
    const { rehearsal } = live.state.terms;
    if (memory.mode.mode !== 'SETUP' && rehearsal === stays) continue;
    auctionDroppedAlone(truck, memory, { live, reason: 'cancelled', cause: 'mode changed' });
  }
}

/** A change of mode: who wants it and whether pre-flight failures may be overridden. */
export interface ModeWish {
  readonly mode: Mode;
  readonly why: string;
  readonly override: boolean;
}

/** Changes the mode, or says what stands against it. */
export async function modeChanged(
  truck: Truck,
  wish: ModeWish,
  caller: Caller,
): Promise<Answer<null>> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
  if (memory.mode.mode === wish.mode) return { ok: true, value: null };
  const failures = wish.mode === 'ON_AIR' ? await whatStopsAir(truck, memory) : [];
  if (truck.memory !== memory) return storageFault(truck);
  const from = memory.mode.mode;
  if (from === wish.mode) return { ok: true, value: null };
  if (failures.length > 0 && !wish.override) {
    return { ok: false, fault: fault('mode_refused', failures.join(' '), { failures }) };
  }
  const nowMs = truck.ports.clock.wallMs();
  memory.mode = { mode: wish.mode, sinceMs: nowMs };
  const body = { mode: wish.mode, why: wish.why, overridden: failures };
  const origin = {
    actor: caller.actor,
    cause: wish.why,
    arrivedAtMs: nowMs,
    decidedAtMs: nowMs,
  };
  const entry = draft('mode-changed', body, origin);
  const told = { from, to: wish.mode, actor: caller.actor, why: wish.why, overridden: failures };
  const receipt = await record(truck, [entry], () => {
    truck.ports.log.info('mode_changed', told);
    statusTold(truck);
  });
  waitingDropped(truck, memory);
  return receipt === null ? storageFault(truck) : { ok: true, value: null };
}
