// A person released a quarantined marker: it is judged as if it came now, but its age counts from
// when it came. Refuses a second sale: where the same cue came from an allowed source meanwhile, it
// is a copy of that one; asked again, it answers what it answered.
import { fault } from '../../../../contract/faults';
import type { Marker } from '../../../../contract/marker';
import type { MarkerFacts, MarkerRelease } from '../../../core/ledger/entries';
import { trailed } from '../../../core/marker/manual/cue-trail';
import { markerView } from '../../../core/marker/view';
import type { Answer, Caller } from '../../ports';
import { draft, record, storageFault } from '../../truck/recorder';
import type { Memory, Truck } from '../../truck/truck';
import { identified } from './marker-quarantined';
import { readAgain } from './read-again';
import { heldAs, judgedNow, type Held } from './release-judged';

/** Releases a marker by its id. */
export function markerReleased(truck: Truck, id: string, caller: Caller): Promise<Answer<Marker>> {
  const { memory } = truck;
  if (memory === null) return Promise.resolve(storageFault(truck));
  const { releases } = memory.quarantine;
  const under = releases.get(id);
  if (under !== undefined) return under;
  const answer = released(truck, memory, { id, caller }).finally(() => releases.delete(id));
  releases.set(id, answer);
  return answer;
}

async function released(
  truck: Truck,
  memory: Memory,
  { id, caller }: { readonly id: string; readonly caller: Caller },
): Promise<Answer<Marker>> {
  const marker = await truck.ports.store.ask('marker', { id });
  if (truck.memory !== memory) return storageFault(truck);
  if (marker === null) return { ok: false, fault: fault('unknown_marker') };
  if (marker.released !== undefined) return { ok: true, value: marker };
  if (marker.status !== 'QUARANTINED') return { ok: false, fault: fault('not_quarantined') };
  const reading = readAgain(marker, truck.ports.text);
  if (reading === null) return { ok: false, fault: fault('undecodable') };
  const held = heldAs(truck, memory, { marker, reading });
  const { more, ...judged } = judgedNow(truck, memory, held);
  const at = new Date(truck.ports.clock.wallMs()).toISOString();
  const { eventType, warnings } = held.facts;
  const release: MarkerRelease = {
    ...judged,
    eventType,
    warnings,
    released: { at, by: caller.actor },
  };
  const facts = { ...held.facts, ...release };
  kept(memory, facts, { ...held, ...identified(truck, memory, held) });
  const nowMs = truck.ports.clock.wallMs();
  const origin = { actor: caller.actor, cause: id, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const entry = draft('marker-released', { markerId: id, release }, origin);
  const place = { seq: marker.seq, recordedAtMs: Date.parse(marker.recordedAt) };
  const view = (copies: number): Marker => markerView(facts, { ...place, copies });
  const receipt = await record(truck, [entry, ...(more?.drafts ?? [])], (stood, now) => {
    const copies = now.copied.get(id)?.copies ?? marker.copies;
    truck.ports.board.post('markers', id, () => view(copies));
    more?.told({ ...stood, firstSeq: stood.firstSeq + 1 }, now);
  });
  return receipt === null ? storageFault(truck) : { ok: true, value: view(marker.copies) };
}

function kept(
  memory: Memory,
  facts: MarkerFacts,
  { reading, steadyAtMs: receivedAtMs }: Held & { readonly steadyAtMs: number },
): void {
  memory.quarantine.arrivals.delete(facts.id);
  memory.trail = trailed(memory.trail, facts);
  const copied = memory.copied.get(facts.id);
  if (copied !== undefined) memory.copied.set(facts.id, { ...copied, facts, reading });
  const { identity } = facts;
  if (identity === null || facts.duplicateOf !== null) return;
  memory.recall.remember({ markerId: facts.id, identity, receivedAtMs });
}
