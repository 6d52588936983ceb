// Owns the rate limit per source address: a token bucket each. Refuses to grow with forged
// addresses: beyond SOURCES_MOST the oldest bucket gives way.
import { SOURCES_MOST } from '../../../contract/limits';

/** Cues a second an address may send, and how many at once. 0 a second means no limit. */
export interface RateRule {
  readonly perSecond: number;
  readonly burst: number;
}

/** Says whether one more cue of `address` at `monoMs` is within its rate. */
export function createSourceRate(rule: RateRule): (address: string, monoMs: number) => boolean {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (address, monoMs) => {
    if (rule.perSecond === 0) return true;
    let bucket = buckets.get(address);
    if (bucket === undefined) {
      if (buckets.size >= SOURCES_MOST) buckets.delete(buckets.keys().next().value ?? '');
      bucket = { tokens: rule.burst, atMs: monoMs };
      buckets.set(address, bucket);
    }
    const gained = ((monoMs - bucket.atMs) * rule.perSecond) / 1000;
    bucket.tokens = Math.min(rule.burst, bucket.tokens + gained);
    bucket.atMs = monoMs;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
