// A person fired a manual cue: real bytes are built and heard as if they had come by the wire.
// Refuses more than one a second, and any in SETUP; the answer is given once it is durable. The
// same key of the same person is answered as it was the first time.
import type { TestCueResult } from '../../../../contract/auction';
import { fault, type Fault } from '../../../../contract/faults';
import type { ManualCueInput } from '../../../../contract/marker';
import type { Answer, Caller, Heard } from '../../ports';
import { storageFault } from '../../truck/recorder';
import type { Memory, Truck } from '../../truck/truck';
import { markerArrived } from '../marker-arrived';
import { builtCue, cueMade, manualWaitMs, type MadeCue } from './cue-made';
import { testCuePlanned } from './test-cue-planned';

/** Keys whose answers are remembered; a key older than these fires again. */
const KEYS_MOST = 256;

const COUNTED = {
  accepted: 'accepted',
  duplicate: 'duplicates',
  heartbeat: 'rejected',
  carried: 'rejected',
  rejected: 'rejected',
} as const satisfies Record<Heard, string>;

function tooSoon(waitMs: number): Fault {
  return fault('too_soon', `One manual cue a second. Next allowed in ${waitMs} ms.`, { waitMs });
}

/** Where it came from: the person and, for a pad, which one. */
function datagramOf({ ports }: Truck, bytes: Uint8Array, protocol: string) {
  const { clock } = ports;
  const times = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  return { bytes, address: '127.0.0.1', port: 0, protocol, ...times };
}

async function heard(
  truck: Truck,
  memory: Memory,
  at: { made: MadeCue; protocol: string },
): Promise<Answer<TestCueResult>> {
  const { made } = at;
  const cue = builtCue(memory, made);
  const datagram = datagramOf(truck, made.bytes, at.protocol);
  const arrival = markerArrived(truck, memory, { reading: made.reading, datagram });
  truck.counts.total += 1;
  truck.counts[COUNTED[arrival.heard]] += 1;
  const { facts } = arrival;
  if (arrival.heard === 'duplicate') {
    const copy = { markerId: null, status: 'DUPLICATE', reason: 'duplicate' } as const;
    return { ok: true, value: { ...copy, auctionId: null, cue, plan: null } };
  }
  if (facts === null) return { ok: false, fault: fault('too_soon') };
  if ((await arrival.durable) === null) return storageFault(truck);
  const { id, status, reason, auctionId } = facts;
  return { ok: true, value: { markerId: id, status, reason, auctionId, cue, plan: null } };
}

type Answering = Promise<Answer<TestCueResult>>;

/** Once a key gave way, not to know one no longer means that it never fired. */
function remember(truck: Truck, { manual }: Memory, kept: { key: string; answer: Answering }) {
  manual.answers.set(kept.key, kept.answer);
  const [oldest] = manual.answers.keys();
  if (manual.answers.size <= KEYS_MOST || oldest === undefined) return;
  manual.answers.delete(oldest);
  manual.keysSinceMs = truck.ports.clock.wallMs();
}

/** Kept as well: a request held up on its way must not fire after it was told that it did not. */
function neverFired(truck: Truck, memory: Memory, key: string): Answering {
  const keysSince = new Date(memory.manual.keysSinceMs).toISOString();
  const thrown = fault('unknown_key', undefined, { keysSince });
  const answer = Promise.resolve({ ok: false as const, fault: thrown });
  remember(truck, memory, { key, answer });
  return answer;
}

/** Fires it, or says what it would do. The source of its marker names the person and the pad. */
export async function testCueFired(
  truck: Truck,
  input: ManualCueInput,
  { actor }: Caller,
): Promise<Answer<TestCueResult>> {
  const { memory } = truck;
  if (truck.stopping) return { ok: false, fault: fault('stopping') };
  if (memory === null) return storageFault(truck);
  if (input.dryRun === true) return testCuePlanned(truck, memory, input);
  const key = input.idempotencyKey === undefined ? null : `${actor} ${input.idempotencyKey}`;
  const known = key === null ? undefined : memory.manual.answers.get(key);
  if (known !== undefined) return known;
  if (key !== null && input.answerOnly === true) return neverFired(truck, memory, key);
  if (memory.mode.mode === 'SETUP') return { ok: false, fault: fault('setup_mode') };
  const made = cueMade(truck, memory, input);
  if (!made.ok && made.fault.code === 'unknown_event_type') return made;
  const waitMs = manualWaitMs(truck, memory);
  if (waitMs > 0) return { ok: false, fault: tooSoon(waitMs) };
  if (!made.ok) return made;
  memory.manual.lastMonoMs = truck.ports.clock.monoMs();
  memory.manual.next = (memory.manual.next ?? 0) + 1;
  const protocol = `manual:${actor}${input.pad === undefined ? '' : `#${input.pad}`}`;
  const answer = heard(truck, memory, { made: made.value, protocol });
  if (key !== null) remember(truck, memory, { key, answer });
  return answer;
}
