// Owns the audit of the chain itself: numbers without gaps, each entry following the one before,
// each hash recomputed. Refuses to look into bodies.
import type { Sha256 } from '../../lib/bytes';
import { GENESIS_HASH, hashOf } from '../chain';
import type { Entry } from '../entries';

/** Checks one entry after the other. */
export class ChainAudit {
  head = { seq: 0, hash: GENESIS_HASH };

  constructor(private readonly sha256: Sha256) {}

  /** What does not fit, null where all does; only then the head moves. */
  check(entry: Entry, bodyText?: string): string | null {
    const { seq, hash } = this.head;
    if (entry.seq !== seq + 1) return `entry ${entry.seq} follows entry ${seq}`;
    if (entry.prevHash !== hash) return 'its previous hash is not the hash of the entry before';
    if (hashOf(entry, this.sha256, bodyText) !== entry.hash) return 'its hash does not fit';
    this.head = { seq: entry.seq, hash: entry.hash };
    return null;
  }
}
