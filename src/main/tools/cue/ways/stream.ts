// Owns the way of a transport stream, bare or in RTP: tables and clock run on while nothing is
// said, every cue stands beside a PCR, so that a receiver can measure its pre-roll. Refuses cues
// that do not fit into a section. ISO/IEC 13818-1, RFC 2250.
import { setTimeout as sleep } from 'node:timers/promises';
import { Multiplex } from '../../../core/codec/mpegts/multiplex';
import { RtpWriter } from '../../../core/codec/rtp/write-packet';
import { PTS_MODULUS, TICKS_PER_MS } from '../../../core/codec/scte35/splice-time';
import type { ByteText } from '../../../core/lib/bytes';
import { carriedUpid, makeSection } from '../../../core/marker/make-cue';
import { droppedNote, openLegs, type Legs, type LegsOrder } from './legs';
import type { Way } from './way';

/** What is sent, and where to. */
export interface StreamOrder {
  readonly form: 'mpegts' | 'rtp';
  /** From a cue to its splice; null for at once. */
  readonly preRollMs: number | null;
  readonly legs: LegsOrder;
  readonly text: ByteText;
}

/** Tables and clock at least ten times a second, as receivers expect. */
const BEAT_MS = 100;
/** Packets that fit into a datagram of an Ethernet frame. */
const PACKETS_A_DATAGRAM = 7;
/** So many beats follow the last cue in RTP: what a receiver waits for in order is let through. */
const TAIL_BEATS = 3;
const TAIL_GAP_MS = 40;

class Stream {
  private readonly multiplex = new Multiplex();
  private readonly rtp: RtpWriter | null;
  private readonly startTicks: number;
  private lastBeatMs = 0;

  constructor(
    private readonly lines: Legs,
    { form, legs: { dice } }: StreamOrder,
  ) {
    this.startTicks = dice.between(0, 2 ** 32 - 1) * 2;
    const start = { sequence: dice.between(0, 0xffff), ssrc: dice.between(1, 2 ** 32 - 1) };
    this.rtp = form === 'rtp' ? new RtpWriter(start) : null;
  }

  get nowTicks(): number {
    return Math.floor(this.startTicks + performance.now() * TICKS_PER_MS) % PTS_MODULUS;
  }

  /** Tables, clock, and the packets of a cue behind them. */
  async beat(cue: readonly Uint8Array[] = []): Promise<void> {
    this.lastBeatMs = performance.now();
    const packets = [...this.multiplex.beat(this.nowTicks), ...cue];
    for (let at = 0; at < packets.length; at += PACKETS_A_DATAGRAM) {
      const payload = Buffer.concat(packets.slice(at, at + PACKETS_A_DATAGRAM));
      await this.lines.send(this.rtp?.packet(payload, this.nowTicks) ?? payload);
    }
  }

  async cue(section: Uint8Array, copies: number): Promise<void> {
    for (let copy = 0; copy < copies; copy += 1) await this.beat(this.multiplex.cue(section));
  }

  async idle(): Promise<void> {
    if (performance.now() - this.lastBeatMs >= BEAT_MS) await this.beat();
  }

  async tail(): Promise<void> {
    for (let beat = 0; this.rtp !== null && beat < TAIL_BEATS; beat += 1) {
      await sleep(TAIL_GAP_MS);
      await this.beat();
    }
  }
}

/** Opens the way; the stream runs from now on. Rejects where there is no way. */
export async function openStream(order: StreamOrder): Promise<Way> {
  const { preRollMs, legs, text } = order;
  const lines = await openLegs(legs);
  const stream = new Stream(lines, order);
  await stream.beat();
  return {
    unit: 'datagram',
    idleMs: BEAT_MS,
    send: async (cue, copies) => {
      const upid = carriedUpid(cue.metadata, text);
      if (upid === null) return false;
      const aheadTicks = (preRollMs ?? 0) * TICKS_PER_MS;
      const pts = preRollMs === null ? null : (stream.nowTicks + aheadTicks) % PTS_MODULUS;
      await stream.cue(makeSection(cue, upid, pts), copies);
      return true;
    },
    idle: async () => stream.idle(),
    close: async () => {
      await stream.tail();
      const left = await lines.close();
      const { sent, failed, reason } = left;
      const note = droppedNote(left, legs.lossPercent);
      const expected = sent - failed;
      const notes = note === null ? [] : [note];
      return { units: sent, expected, failed, reason, unanswered: 0, notes };
    },
  };
}
