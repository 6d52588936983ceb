// Owns the loop that follows one feed: pull, apply, pause. One loop a feed, one pull in flight, at
// most every FEED_PAUSE_MS; a refusal backs off, a lost reply ends the loop (the link starts anew).
// Refuses to spin, whatever the engine answers.
import type { FeedBatch } from '../../../contract/feed';
import { FEED_PAUSE_MS } from '../../../contract/limits';
import { backOffMs } from './back-off';
import { inTime, pause } from './wait';

/** What a pull asks. */
export interface PullInput {
  epoch?: string;
  seq?: number;
  waitMs: number;
}

/** What a loop is given. */
export interface FeedLoop<T> {
  readonly waitMs: number;
  readonly place: () => { readonly epoch: string | null; readonly seq: number };
  readonly pull: (input: PullInput, signal: AbortSignal) => Promise<FeedBatch<T>>;
  readonly take: (batch: FeedBatch<T>) => void;
  /** Told of every refusal, and how many there were in a row. */
  readonly refused: (error: unknown, inARow: number) => void;
  /** Monotonic ms, and chance 0 to 1. */
  readonly nowMs: () => number;
  readonly chance: () => number;
}

function question<T>(loop: FeedLoop<T>): PullInput {
  const { epoch, seq } = loop.place();
  return epoch === null ? { waitMs: loop.waitMs } : { epoch, seq, waitMs: loop.waitMs };
}

/** Follows the feed until the signal is given ('ended') or a reply is lost ('lost'). */
export async function pullFeed<T>(
  loop: FeedLoop<T>,
  signal: AbortSignal,
): Promise<'ended' | 'lost'> {
  let refusals = 0;
  while (!signal.aborted) {
    const startedMs = loop.nowMs();
    const reply = await inTime((late) => loop.pull(question(loop), late));
    if (signal.aborted) break;
    if (reply.kind === 'lost') return 'lost';
    if (reply.kind === 'refused') {
      refusals += 1;
      loop.refused(reply.error, refusals);
      await pause(backOffMs(refusals, loop.chance()), signal);
      continue;
    }
    refusals = 0;
    loop.take(reply.value);
    const passedMs = loop.nowMs() - startedMs;
    await pause(reply.value.more ? 0 : FEED_PAUSE_MS - passedMs, signal);
  }
  return 'ended';
}
