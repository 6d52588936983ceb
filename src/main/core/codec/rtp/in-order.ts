// Owns putting RTP packets back into their order: a packet that comes early waits for those before
// it, for a bounded number of packets and a bounded time, and copies are let go. Refuses to wait
// for ever: what does not come counts as lost. RFC 3550 6.4.1, SMPTE ST 2022-7.
import { sequenceAfter, type RtpPacket } from './packet';

/** Packets that may wait, and how long the first of them may. */
const WAITING_MOST = 64;
const WAIT_MS = 60;
/** A jump this far is a sender that began anew. */
const FAR = 3_000;

type Waiting = RtpPacket & { readonly atMs: number };

/** One stream's order. */
export class InOrder {
  lost = 0;
  copies = 0;
  private next = -1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly onPacket: (packet: RtpPacket) => void) {}

  /** Takes a packet that arrived at `atMs`. */
  take(packet: RtpPacket, atMs: number): void {
    const ahead = this.next < 0 ? 0 : sequenceAfter(packet.sequence, this.next);
    if (this.next < 0 || Math.abs(ahead) > FAR) this.anew(packet.sequence);
    else if (ahead < 0 || this.waiting.has(packet.sequence)) {
      this.copies += 1;
      return this.late(atMs);
    }
    this.waiting.set(packet.sequence, { ...packet, atMs });
    this.flow();
    this.late(atMs);
  }

  private anew(sequence: number): void {
    while (this.waiting.size > 0) this.skip();
    this.next = sequence;
  }

  private flow(): void {
    for (;;) {
      const packet = this.waiting.get(this.next);
      if (packet === undefined) return;
      this.waiting.delete(this.next);
      this.next = (this.next + 1) & 0xffff;
      this.onPacket(packet);
    }
  }

  /** What has been waited for long enough is lost. */
  private late(nowMs: number): void {
    const oldest = this.waiting.values().next().value;
    if (oldest === undefined) return;
    if (this.waiting.size > WAITING_MOST || nowMs - oldest.atMs > WAIT_MS) this.skip();
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
