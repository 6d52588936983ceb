// Owns the rate limit per source address: a token bucket each. Refuses to grow with forged
// addresses: beyond SOURCES_MOST the oldest bucket gives way.
import { SOURCES_MOST } from '../../../contract/limits';

/** Cues a second an address may send, and how many at once. 0 a second means no limit. */
export interface RateRule {
  readonly perSecond: number;
  readonly burst: number;
}

/** The rate of every source of one listener. */
export interface SourceRate {
  /** Whether one more datagram of `address` at `monoMs` is within its rate; counts as one cue. */
  readonly admits: (address: string, monoMs: number) => boolean;
  /** Charges cues that were in a datagram beside its first; its next ones wait until paid for. */
  readonly charge: (address: string, cues: number) => void;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Makes the rate. */
export function createSourceRate(rule: RateRule): SourceRate {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (address: string, monoMs: number): Bucket => {
    const known = buckets.get(address);
    if (known !== undefined) return known;
    if (buckets.size >= SOURCES_MOST) buckets.delete(buckets.keys().next().value ?? '');
    const bucket = { tokens: rule.burst, atMs: monoMs };
    buckets.set(address, bucket);
    return bucket;
  };
  return {
    admits: (address, monoMs) => {
      if (rule.perSecond === 0) return true;
      const bucket = bucketOf(address, monoMs);
      const gained = ((monoMs - bucket.atMs) * rule.perSecond) / 1000;
      bucket.tokens = Math.min(rule.burst, bucket.tokens + gained);
      bucket.atMs = monoMs;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    charge: (address, cues) => {
      const bucket = buckets.get(address);
      if (bucket !== undefined && cues > 0) bucket.tokens -= cues;
    },
  };
}
