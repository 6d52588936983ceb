// Owns which datagram is MPEG-TS or RTP, and whose stream it goes on. A stream is known by its
// source; RTP also by its SSRC. Refuses text, and a section that is whole; bounded, the source
// heard longest ago gives way. ISO/IEC 13818-1, RFC 2250, ST 2022-7.
import { crc32 } from '../../lib/crc32';
import { PACKET_BYTES, findSync } from '../mpegts/packet-cutter';
import { TransportStream } from '../mpegts/stream';
import type { CompletedCue, ReadingKit } from '../reading';
import { LegGroups } from '../rtp/leg-groups';
import { readRtp, type RtpPacket } from '../rtp/packet';
import { frameSection } from '../scte35/decode-section';
import { isBinary } from './carrier';

/** A datagram as far as streams go; where it names no listener, all of its protocol are one. */
export interface Arrived {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly listener?: string;
  readonly receivedMonoMs: number;
}

const STREAMS_MOST = 256;
const SYNC = 0x47;
const TEXT_LEADS: ReadonlySet<number> = new Set([0x7b, 0x5b, 0x3c]);
const TABLE_ID = 0xfc;

/** The streams of one class of sources. */
export class SourceStreams<D extends Arrived> {
  private readonly streams = new Map<string, TransportStream>();
  private readonly groups: LegGroups<D>;

  constructor(private readonly text: ReadingKit) {
    this.groups = new LegGroups(text);
  }

  /** When flush() has something to look at, monotonic; null where nothing waits. */
  get dueMs(): number | null {
    return this.groups.dueMs;
  }

  /** The cues that waited long enough. */
  flush(nowMs: number): readonly CompletedCue<D>[] {
    return this.groups.flush(nowMs);
  }

  /** The cues a datagram completed; null where it belongs to no stream. */
  read(datagram: D): readonly CompletedCue<D>[] | null {
    const { bytes, receivedMonoMs } = datagram;
    const first = bytes[0] ?? 0;
    if (this.streams.size === 0 && (first === TABLE_ID || TEXT_LEADS.has(first))) return null;
    const rtp = first >> 6 === 2 ? readRtp(bytes) : null;
    if (rtp !== null && carriesPackets(rtp)) {
      const [listener, source] = [listenerOf(datagram), sourceOf(datagram)];
      const name = `${source} ${rtp.ssrc}`;
      return this.groups.take({ name, listener }, { ...rtp, datagram });
    }
    if (this.streams.size === 0 && !beginsStream(bytes)) return null;
    const key = sourceOf(datagram);
    const known = this.streams.get(key);
    if (known === undefined ? !beginsStream(bytes) : !goesOn(known, bytes)) return null;
    const stream = known ?? new TransportStream(this.text, 'mpegts');
    this.keep(key, stream);
    return stream.push(bytes, receivedMonoMs).map((reading) => ({ reading, datagram }));
  }

  private keep(key: string, stream: TransportStream): void {
    this.streams.delete(key);
    this.streams.set(key, stream);
    const [oldest] = this.streams.keys();
    if (this.streams.size > STREAMS_MOST && oldest !== undefined) this.streams.delete(oldest);
  }
}

function listenerOf({ listener, protocol }: Arrived): string {
  return listener ?? protocol;
}

function sourceOf(datagram: Arrived): string {
  return `${listenerOf(datagram)} ${datagram.address} ${datagram.port}`;
}

function isWholeSection(bytes: Uint8Array): boolean {
  const frame = frameSection(bytes);
  return frame.ok && crc32(bytes, 0, frame.value) === 0;
}

function carriesPackets({ payload }: RtpPacket): boolean {
  return payload[0] === SYNC && payload.length > 0 && payload.length % PACKET_BYTES === 0;
}

function beginsStream(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  if (bytes.length < PACKET_BYTES || TEXT_LEADS.has(first) || first === TABLE_ID) return false;
  const alone = first === SYNC && bytes.length === PACKET_BYTES;
  return (alone || holdsPackets(bytes)) && bytes.some(isBinary);
}

/** Two packets where a datagram begins with one; behind garbage three, since noise has pairs. */
function holdsPackets(bytes: Uint8Array): boolean {
  const found = findSync(bytes, 0);
  if (found === null) return false;
  return found.at === 0 || found.at === 4 || bytes[found.at + 2 * found.stride] === SYNC;
}

function goesOn(stream: TransportStream, bytes: Uint8Array): boolean {
  if (bytes[0] === TABLE_ID && isWholeSection(bytes)) return false;
  if (!bytes.some(isBinary)) return false;
  return stream.continues(bytes) || beginsStream(bytes);
}
