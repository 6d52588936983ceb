// Owns putting RTP packets back into their order: a packet that comes early waits for those before
// it, for a bounded number of packets and until its owner says the time is up; copies are let go.
// Refuses to wait for ever, and to follow one stray packet: two in a row are a sender that began
// anew. RFC 3550 6.4.1 and A.1, SMPTE ST 2022-7.
import { sequenceAfter, type RtpPacket } from './packet';

/** A packet with the datagram it came in. */
export type Carried<D> = RtpPacket & { readonly datagram: D };

/** What order needs of a datagram: when it came, monotonic. */
export interface Timed {
  readonly receivedMonoMs: number;
}

/** Packets that may wait, and how long the first of them may. */
const WAITING_MOST = 64;
const WAIT_MS = 60;
/** Further on than this, or further back, is another place: MAX_DROPOUT and MAX_MISORDER. */
const DROPOUT_MOST = 3_000;
const MISORDER_MOST = 100;
/** Packets whose timestamps are remembered, to know a late copy; a power of two. */
const REMEMBERED = 1_024;

/** One stream's order. */
export class InOrder<D extends Timed> {
  lost = 0;
  copies = 0;
  private next = -1;
  /** The first packet in another place, until a second one says that it is no stray. */
  private elsewhere: Carried<D> | null = null;
  private readonly waiting = new Map<number, Carried<D>>();
  private readonly stamps = new Uint32Array(REMEMBERED);

  constructor(private readonly onPacket: (packet: Carried<D>) => void) {}

  /** When what waits counts as lost, monotonic; null where nothing waits. */
  get dueMs(): number | null {
    const oldest = this.waiting.values().next().value;
    return oldest === undefined ? null : oldest.datagram.receivedMonoMs + WAIT_MS;
  }

  /** Takes a packet. */
  take(packet: Carried<D>): void {
    const ahead = this.next < 0 ? 0 : sequenceAfter(packet.sequence, this.next);
    if (this.next < 0) this.next = packet.sequence;
    const far = ahead > DROPOUT_MOST || ahead < -MISORDER_MOST;
    const copy = far ? this.isCopy(packet, -ahead) : ahead < 0 || this.waiting.has(packet.sequence);
    if (copy) this.copies += 1;
    else if (!far || this.beganAnew(packet)) {
      this.elsewhere = null;
      this.waiting.set(packet.sequence, packet);
      this.flow();
    }
    this.flush(packet.datagram.receivedMonoMs);
  }

  /** What has been waited for until now, and long enough, is lost. */
  flush(nowMs: number): void {
    for (let due = this.dueMs; due !== null; due = this.dueMs) {
      if (nowMs < due && this.waiting.size <= WAITING_MOST) return;
      this.skip();
    }
  }

  /** A copy from far behind, by its timestamp; one that stands still tells nothing. */
  private isCopy({ sequence, timestamp }: RtpPacket, behind: number): boolean {
    if (behind < 0 || behind > REMEMBERED || timestamp === this.stampOf(this.next - 1))
      return false;
    return this.stampOf(sequence) === timestamp;
  }

  private stampOf(sequence: number): number | undefined {
    return this.stamps[sequence & (REMEMBERED - 1)];
  }

  /** The second packet in a row in another place: the order goes on there, with both. */
  private beganAnew(packet: Carried<D>): boolean {
    const first = this.elsewhere;
    this.elsewhere = packet;
    if (first === null || ((first.sequence + 1) & 0xffff) !== packet.sequence) return false;
    while (this.waiting.size > 0) this.skip();
    this.next = first.sequence;
    this.waiting.set(first.sequence, first);
    return true;
  }

  private flow(): void {
    for (;;) {
      const packet = this.waiting.get(this.next);
      if (packet === undefined) return;
      this.waiting.delete(this.next);
      this.stamps[packet.sequence & (REMEMBERED - 1)] = packet.timestamp;
      this.next = (this.next + 1) & 0xffff;
      this.onPacket(packet);
    }
  }

  /** Goes on at the earliest packet that waits. */
  private skip(): void {
    let nearest = Number.POSITIVE_INFINITY;
    for (const sequence of this.waiting.keys()) {
      nearest = Math.min(nearest, sequenceAfter(sequence, this.next));
    }
    this.lost += nearest;
    this.next = (this.next + nearest) & 0xffff;
    this.flow();
  }
}
