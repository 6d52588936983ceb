// Owns the sending of a plan in time, by the monotonic clock: what is late is sent at once, so the
// rate holds over the whole run. Timestamps in cues are the moment of sending.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ByteText } from '../../core/lib/bytes';
import { makeCue, type CueMake } from '../../core/marker/make-cue';
import { metadataOf } from '../../core/marker/manual/test-cue';
import type { Plan, PlannedCue } from './plan';
import type { Wire } from './wire';

/** How a plan is sent. */
export interface Sending {
  readonly format: CueMake;
  readonly repeat: number;
  /** The first cue's event id; the next ones count up from it. */
  readonly firstEventId: number;
  readonly text: ByteText;
  readonly say: (line: string) => void;
  /** Ends the sending early. */
  readonly stop: AbortSignal;
}

/** What was sent. */
export interface Sent {
  readonly cues: number;
  readonly datagrams: number;
  readonly tookMs: number;
}

const TWO_TO_32 = 2 ** 32;

function bytesOf(cue: PlannedCue, eventId: number, { format, text }: Sending): Uint8Array {
  const metadata = metadataOf(cue.input, Date.now());
  return makeCue(format, { metadata, eventId: eventId % TWO_TO_32 }, text);
}

/** Waits until the monotonic clock says so; false where the sending was stopped meanwhile. */
async function until(monoMs: number, stop: AbortSignal): Promise<boolean> {
  const waitMs = monoMs - performance.now();
  if (waitMs > 0) await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}

/** Sends a plan, each cue as often as asked. */
export async function sendPlan(plan: Plan, wire: Wire, sending: Sending): Promise<Sent> {
  const { repeat, firstEventId, say, stop } = sending;
  const started = performance.now();
  let cues = 0;
  for (const cue of plan) {
    if (!(await until(started + cue.atMs, stop))) break;
    if (cue.line !== null) say(cue.line);
    const bytes = bytesOf(cue, firstEventId + cues, sending);
    for (let copy = 0; copy < repeat; copy += 1) await wire.send(bytes);
    cues += 1;
  }
  return { cues, datagrams: cues * repeat, tookMs: performance.now() - started };
}
