// Owns the sending of a plan in time, by the monotonic clock: what is late is sent at once, so the
// rate holds over the whole run. Timestamps in cues are the moment of sending.
import { setTimeout as sleep } from 'node:timers/promises';
import { metadataOf } from '../../core/marker/manual/test-cue';
import type { Plan } from './plan';
import type { Way } from './ways/way';

/** How a plan is sent. */
export interface Sending {
  readonly repeat: number;
  /** The first cue's event id; the next ones count up from it. */
  readonly firstEventId: number;
  readonly say: (line: string) => void;
  /** Ends the sending early. */
  readonly stop: AbortSignal;
}

/** What was sent; `unfit` cues said more than their form can carry. */
export interface Sent {
  readonly cues: number;
  readonly unfit: number;
  readonly tookMs: number;
}

const TWO_TO_32 = 2 ** 32;

/** Waits until the monotonic clock says so; false where the sending was stopped meanwhile. */
async function until(monoMs: number, way: Way, stop: AbortSignal): Promise<boolean> {
  for (;;) {
    const waitMs = monoMs - performance.now();
    if (waitMs <= 0 || stop.aborted) return !stop.aborted;
    const napMs = Math.min(waitMs, way.idleMs);
    await sleep(napMs, undefined, { signal: stop }).catch(() => undefined);
    await way.idle();
  }
}

/** Sends a plan, each cue as often as asked. */
export async function sendPlan(plan: Plan, way: Way, sending: Sending): Promise<Sent> {
  const { repeat, firstEventId, say, stop } = sending;
  const started = performance.now();
  let cues = 0;
  let unfit = 0;
  for (const { atMs, line, input } of plan) {
    if (!(await until(started + atMs, way, stop))) break;
    if (line !== null) say(line);
    const eventId = (firstEventId + cues + unfit) % TWO_TO_32;
    const order = { metadata: metadataOf(input, Date.now()), eventId };
    if (await way.send(order, repeat)) cues += 1;
    else unfit += 1;
  }
  return { cues, unfit, tookMs: performance.now() - started };
}
