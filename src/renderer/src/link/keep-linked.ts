// Owns staying linked: open, follow the four feeds, and when the link goes, try again with back-off
// until told to stop. Every feed keeps its place, so a new link brings a delta or a snapshot.
import type { FeedBatch, FeedItem, FeedName } from '../../../contract/feed';
import { feedPlace, noteFeedFault, takeBatch } from '../store/feeds';
import { agoText } from '../parts/text/time';
import { say } from '../store/notices';
import {
  noteAttempt,
  noteEngineTime,
  noteHeartbeat,
  noteRefusal,
  silenceMs,
  useVitals,
} from '../store/vitals';
import { backOffMs } from './back-off';
import { faultOf, speakThrough, type EngineClient } from './client';
import { openLine, type Line } from './line';
import { pullFeed, type FeedLoop, type PullInput } from './pull-feed';
import { whyRefused } from './session';
import { pause, REPLY_DEADLINE_MS } from './wait';

/** How long a pull may wait for news. Status beats faster than the stale limit on purpose. */
const WAIT_MS: Record<FeedName, number> = {
  markers: 1_000,
  auctions: 1_000,
  settlements: 1_000,
  status: 400,
};

/** A feed refused this often in a row is no accident: the producer is told. */
const REFUSALS_TOLD = 3;

function tellRefusal(feed: FeedName, sentence: string): void {
  noteFeedFault(feed, sentence);
  if (feed === 'status') noteRefusal(sentence);
}

type Pull<F extends FeedName> = (
  input: PullInput,
  options: { signal: AbortSignal },
) => Promise<FeedBatch<FeedItem<F>>>;

function heartbeat(atMs: number): void {
  const { stale, wordAtMs } = useVitals.getState();
  const silence = agoText(silenceMs());
  noteHeartbeat(atMs);
  if (stale && wordAtMs !== null) {
    say('info', `The engine speaks again after ${silence}. Every list goes on from its place.`);
  }
}

function feedLoop<F extends FeedName>(feed: F, pull: Pull<F>): FeedLoop<FeedItem<F>> {
  return {
    waitMs: WAIT_MS[feed],
    place: () => feedPlace(feed),
    pull: (input, signal) => pull(input, { signal }),
    take: (batch) => {
      const atMs = Date.parse(batch.at);
      noteEngineTime(atMs);
      takeBatch(feed, batch);
      if (feed === 'status') heartbeat(atMs);
    },
    refused: (error, inARow) => {
      if (inARow >= REFUSALS_TOLD) tellRefusal(feed, faultOf(error).sentence);
    },
    nowMs: () => performance.now(),
    chance: Math.random,
  };
}

async function follow(client: EngineClient, signal: AbortSignal): Promise<void> {
  const { feeds } = client;
  await Promise.race([
    pullFeed(feedLoop('markers', feeds.markers), signal),
    pullFeed(feedLoop('auctions', feeds.auctions), signal),
    pullFeed(feedLoop('settlements', feeds.settlements), signal),
    pullFeed(feedLoop('status', feeds.status), signal),
  ]);
}

async function oneLink(line: Line, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const end = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', end);
  speakThrough(line.client);
  await Promise.race([follow(line.client, over.signal), line.ended]);
  signal.removeEventListener('abort', end);
  speakThrough(null);
  end();
  line.close();
}

/** Stays linked to the engine at `address` until the signal is given. */
export async function keepLinked(address: string, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    noteAttempt('connecting', failures);
    const line = await openLine(address, REPLY_DEADLINE_MS);
    const openedMs = performance.now();
    if (line === null) noteRefusal(await whyRefused());
    else await oneLink(line, signal);
    // A link that held for a while starts the counting anew; one that fell at once does not.
    const held = line !== null && performance.now() - openedMs > REPLY_DEADLINE_MS;
    failures = held ? 1 : failures + 1;
    noteAttempt('down', failures);
    await pause(backOffMs(failures, Math.random()), signal);
  }
}
