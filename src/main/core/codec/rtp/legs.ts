// Owns the legs of one RTP source: each leg is followed for itself, and where two legs carry the
// same packets they are also merged, so that what one lost the other gives. Refuses to take legs
// for twins before a packet of equal sequence and timestamp was heard on both, and more than a few
// of them: the one heard longest ago gives way. SMPTE ST 2022-7, RFC 3550.
import type { CompletedCue, CueReading, ReadingKit } from '../reading';
import type { Carried, Timed } from './in-order';
import { Leg } from './leg';
import type { RtpPacket } from './packet';

/** Packets remembered to know a twin by. */
const REMEMBERED = 1_024;
/** Sections of the legs that the merged stream does not tell again. */
const TOLD_MOST = 64;
/** The standard speaks of two; a sender that comes back on another port leaves its old ones. */
const LEGS_MOST = 4;

/** Legs that carry the same packets. */
export class LegGroup<D extends Timed> {
  private readonly legs = new Map<string, Leg<D>>();
  private merged: Leg<D> | null = null;
  private readonly timestamps = new Map<number, number>();
  private readonly told = new Set<string>();

  constructor(private readonly text: ReadingKit) {}

  /** How many legs are followed. */
  get size(): number {
    return this.legs.size;
  }

  /** When what waits counts as lost, monotonic; null where nothing waits. */
  get dueMs(): number | null {
    const dues = this.all().flatMap(({ dueMs }) => dueMs ?? []);
    return dues.length === 0 ? null : Math.min(...dues);
  }

  /** Whether this packet was heard on another leg of the group. */
  knows({ sequence, timestamp }: RtpPacket): boolean {
    return this.timestamps.get(sequence) === timestamp;
  }

  /** Takes a packet of one leg. */
  take(name: string, packet: Carried<D>): readonly CompletedCue<D>[] {
    const leg = this.join(name);
    this.remember(packet);
    const own = leg.take(packet);
    for (const { reading } of own) this.tell(reading);
    return [...own, ...this.untold(this.merged?.take(packet) ?? [])];
  }

  /** The cues that have waited long enough. */
  flush(nowMs: number): readonly CompletedCue<D>[] {
    const own = [...this.legs.values()].flatMap((leg) => leg.flush(nowMs));
    for (const { reading } of own) this.tell(reading);
    return [...own, ...this.untold(this.merged?.flush(nowMs) ?? [])];
  }

  /** This leg is followed no longer. */
  leave(name: string): void {
    this.legs.delete(name);
    if (this.legs.size < 2) this.merged = null;
  }

  private all(): readonly Leg<D>[] {
    return [...this.legs.values(), ...(this.merged === null ? [] : [this.merged])];
  }

  private join(name: string): Leg<D> {
    const leg = this.legs.get(name) ?? new Leg<D>(this.text);
    this.legs.delete(name);
    this.legs.set(name, leg);
    const [longestAgo] = this.legs.keys();
    if (this.legs.size > LEGS_MOST && longestAgo !== undefined) this.legs.delete(longestAgo);
    if (this.legs.size > 1) this.merged ??= new Leg<D>(this.text);
    return leg;
  }

  private remember({ sequence, timestamp }: RtpPacket): void {
    this.timestamps.delete(sequence);
    this.timestamps.set(sequence, timestamp);
    const [oldest] = this.timestamps.keys();
    if (this.timestamps.size > REMEMBERED && oldest !== undefined) this.timestamps.delete(oldest);
  }

  private tell({ raw }: CueReading): void {
    this.told.add(this.text.latin1(raw));
    const [oldest] = this.told;
    if (this.told.size > TOLD_MOST && oldest !== undefined) this.told.delete(oldest);
  }

  private untold(cues: readonly CompletedCue<D>[]): readonly CompletedCue<D>[] {
    return cues.filter(({ reading }) => !this.told.has(this.text.latin1(reading.raw)));
  }
}
