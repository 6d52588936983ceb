// Owns what is known of each source's clock: how many stale cues came in a row, by how much the
// last one was off, and whether a person said to go by arrival instead. Bounded; refuses to last
// longer than the run: after a restart every source is judged by its own clock again.
import type { Age } from './stale';

/** What a source's cues said of its clock. Times in epoch ms. */
export interface SourceAge {
  readonly address: string;
  /** STALE cues since the last one that was in time. */
  readonly inARow: number;
  /** Of the last cue: how far its own time lay ahead of ours (below 0: behind). */
  readonly offsetMs: number;
  readonly lastAtMs: number;
  /** Since when, and by whom, arrival is trusted; null while its own clock counts. */
  readonly trusted: { readonly sinceMs: number; readonly by: string } | null;
}

/** A cue with a time of its own, and how it was judged. */
export interface Aged {
  readonly address: string;
  readonly age: Age;
  readonly offsetMs: number;
  readonly atMs: number;
}

/** So many stale cues in a row are a wrong clock and no late cue. */
export const STALE_IN_A_ROW = 2;
const SOURCES_MOST = 1_024;

/** The sources of one run. */
export class SourceAges {
  private readonly sources = new Map<string, SourceAge>();

  /** Whether this source's cues count as new whenever they arrive. */
  isTrusted(address: string): boolean {
    return (this.sources.get(address)?.trusted ?? null) !== null;
  }

  /** Whether a cue with a time of its own ever came from it. */
  knows(address: string): boolean {
    return this.sources.has(address);
  }

  /** Takes note of a cue that has a time of its own. */
  note({ address, age, offsetMs, atMs }: Aged): void {
    const known = this.sources.get(address);
    const stale = age === 'stale' || age === 'clock_ahead';
    const inARow = stale ? (known?.inARow ?? 0) + 1 : 0;
    this.keep({ address, inARow, offsetMs, lastAtMs: atMs, trusted: known?.trusted ?? null });
  }

  /** Trusts arrival for a source, or its own clock again (null). False where it was never heard. */
  trust(address: string, trusted: SourceAge['trusted']): boolean {
    const known = this.sources.get(address);
    if (known === undefined) return false;
    this.keep({ ...known, inARow: 0, trusted });
    return true;
  }

  /** What a person should know: sources stale again and again, and those trusted. */
  told(): readonly SourceAge[] {
    return [...this.sources.values()].filter(
      ({ inARow, trusted }) => inARow >= STALE_IN_A_ROW || trusted !== null,
    );
  }

  private keep(source: SourceAge): void {
    this.sources.delete(source.address);
    this.sources.set(source.address, source);
    if (this.sources.size <= SOURCES_MOST) return;
    for (const [address, { trusted }] of this.sources) {
      if (trusted !== null) continue;
      this.sources.delete(address);
      return;
    }
  }
}
