// Owns putting sections together from the payloads of one PID: over several packets, several in
// one, with the pointer_field telling where one begins. Refuses to guess after a loss: what was
// begun is let go, and the next pointer_field counts. ISO/IEC 13818-1 2.4.4.
const SECTION_MOST_BYTES = 4_098;
const LEAD_BYTES = 3;
/** A table_id that says: no more sections in this packet. */
const STUFFING = 0xff;

/** Where a packet's payload lies, and whether a section begins in it. */
export interface Payload {
  readonly from: number;
  readonly end: number;
  readonly starts: boolean;
}

/** One PID's assembler. */
export class SectionAssembler {
  private readonly held = new Uint8Array(SECTION_MOST_BYTES);
  /** Bytes of the running section; -1 while none has begun. */
  private have = -1;

  constructor(private readonly onSection: (section: Uint8Array) => void) {}

  /** Packets were lost or scrambled: the running section is let go. */
  drop(): void {
    this.have = -1;
  }

  /** Takes a packet's payload, bytes[from, end). */
  take(bytes: Uint8Array, { from: at, end, starts }: Payload): void {
    if (!starts) {
      if (this.have >= 0) this.fill(bytes, at, end);
      return;
    }
    const first = at + 1 + (bytes[at] ?? 0);
    if (first > end) return this.drop();
    if (this.have >= 0) this.fill(bytes, at + 1, first);
    this.have = 0;
    this.fill(bytes, first, end);
  }

  private fill(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    while (at < to && this.have >= 0) {
      if (this.have === 0 && bytes[at] === STUFFING) return this.drop();
      const need = this.need();
      const count = Math.min(need - this.have, to - at);
      this.held.set(bytes.subarray(at, at + count), this.have);
      this.have += count;
      at += count;
      this.close();
    }
  }

  /** How long the running section is, as far as is known. */
  private need(): number {
    if (this.have < LEAD_BYTES) return LEAD_BYTES;
    const [, high = 0, low = 0] = this.held;
    return LEAD_BYTES + (((high & 0x0f) << 8) | low);
  }

  private close(): void {
    if (this.have < LEAD_BYTES || this.have < this.need()) return;
    const section = this.held.slice(0, this.have);
    this.have = 0;
    this.onSection(section);
  }
}
