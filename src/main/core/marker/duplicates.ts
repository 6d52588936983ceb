// Owns the memory of the duplicate rule: which marker a cue is a copy of. The window starts at the
// first copy and does not slide, so only first copies are remembered. Bounded in entries and in
// time; refuses to know the time: arrival is handed in.
import { createQueue } from '../lib/series/queue';
import type { MarkerIdentity } from './marker-identity';
import { EndsHeard } from './timing/ends-heard';
import { expiresAtMs, sameMarker, type DuplicateRules } from './same-marker';

/** A first copy. Times are epoch milliseconds, in the past where read back from the store. */
export interface FirstCopy {
  readonly markerId: string;
  readonly identity: MarkerIdentity;
  readonly receivedAtMs: number;
}

/** The memory. */
export interface Recall {
  /** The marker of which a cue that arrived at `receivedAtMs` is a copy, or null. */
  readonly find: (identity: MarkerIdentity, receivedAtMs: number) => string | null;
  /** Keeps a first copy. Copies must not be given: they would move the window. */
  readonly remember: (first: FirstCopy) => void;
  /** First copies held. */
  readonly size: () => number;
}

const ENTRIES_MOST = 100_000;
/** First copies under one key at once, so that a look-up stays short; only a flood has more. */
const SAME_KEY_MOST = 256;

/** Makes an empty memory. */
export function createRecall(rules: DuplicateRules): Recall {
  const byKey = new Map<string, FirstCopy[]>();
  const byAge = createQueue<FirstCopy>();
  const ends = new EndsHeard();

  const forget = (first: FirstCopy): void => {
    const key = keyOf(first.identity);
    const left = (byKey.get(key) ?? []).filter((held) => held !== first);
    if (left.length === 0) byKey.delete(key);
    else byKey.set(key, left);
  };
  const makeRoom = (nowMs: number): void => {
    for (let oldest = byAge.first(); oldest !== undefined; oldest = byAge.first()) {
      const spent = expiresAtMs(oldest.identity, oldest.receivedAtMs, rules) < nowMs;
      if (!spent && byAge.size() < ENTRIES_MOST) return;
      byAge.shift();
      forget(oldest);
    }
  };
  return {
    find: (identity, receivedAtMs) => {
      const held = byKey.get(keyOf(identity));
      const cue = { identity, receivedAtMs };
      const first = held?.find((one) => sameMarker(one, cue, rules) && !ends.isOver(one, cue));
      return first?.markerId ?? null;
    },
    remember: (first) => {
      makeRoom(first.receivedAtMs);
      ends.note(first);
      const key = keyOf(first.identity);
      const held = byKey.get(key);
      if (held === undefined) byKey.set(key, [first]);
      else if (held.push(first) > SAME_KEY_MOST) held.shift();
      byAge.push(first);
    },
    size: () => byAge.size(),
  };
}

/** What both must have equal, whatever else is compared. */
function keyOf(identity: MarkerIdentity): string {
  if (identity.kind === 'json') return `${identity.timestampMs ?? ''} ${identity.key}`;
  return `${identity.eventId} ${identity.what} ${identity.direction ?? ''}`;
}
