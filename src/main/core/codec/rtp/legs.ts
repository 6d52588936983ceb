// Owns the legs of one RTP source: each leg is followed for itself, and where two legs carry the
// same packets they are also merged, so that what one lost the other gives. Refuses to take legs
// for twins before a packet of equal sequence and timestamp was heard on both. SMPTE ST 2022-7,
// RFC 3550.
import type { CueReading, ReadingKit } from '../reading';
import { TransportStream } from '../mpegts/stream';
import { InOrder } from './in-order';
import type { RtpPacket } from './packet';

/** Packets remembered to know a twin by. */
const REMEMBERED = 1_024;
/** Sections of the legs that the merged stream does not tell again. */
const TOLD_MOST = 64;

/** One RTP stream in its order, demultiplexed. */
export class Leg {
  private readonly stream: TransportStream;
  private readonly order: InOrder;
  private found: CueReading[] = [];

  constructor(text: ReadingKit) {
    this.stream = new TransportStream(text, 'rtp');
    this.order = new InOrder(({ payload }) => this.found.push(...this.stream.push(payload)));
  }

  take(packet: RtpPacket, atMs: number): readonly CueReading[] {
    this.found = [];
    this.order.take(packet, atMs);
    return this.found;
  }
}

/** Legs that carry the same packets. */
export class LegGroup {
  private readonly legs = new Map<string, Leg>();
  private merged: Leg | null = null;
  private readonly timestamps = new Map<number, number>();
  private readonly told = new Set<string>();

  constructor(private readonly text: ReadingKit) {}

  /** Whether this packet was heard on another leg of the group. */
  knows({ sequence, timestamp }: RtpPacket): boolean {
    return this.timestamps.get(sequence) === timestamp;
  }

  /** Takes a packet of one leg. */
  take(name: string, packet: RtpPacket, atMs: number): readonly CueReading[] {
    const leg = this.legs.get(name) ?? this.join(name);
    this.remember(packet);
    const own = leg.take(packet, atMs);
    for (const reading of own) this.tell(reading);
    const both = this.merged?.take(packet, atMs) ?? [];
    return [...own, ...both.filter((reading) => !this.wasTold(reading))];
  }

  private join(name: string): Leg {
    const leg = new Leg(this.text);
    this.legs.set(name, leg);
    if (this.legs.size === 2) this.merged = new Leg(this.text);
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

  private wasTold({ raw }: CueReading): boolean {
    return this.told.has(this.text.latin1(raw));
  }
}
