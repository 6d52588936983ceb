// Owns the streams that run through datagrams: which datagram is MPEG-TS or RTP, and whose stream
// it goes on. A stream is known by its source; RTP also by its SSRC. Refuses text, and a section
// that is whole; bounded, the source heard longest ago gives way. ISO/IEC 13818-1, RFC 2250, ST
// 2022-7.
import { crc32 } from '../../lib/crc32';
import { PACKET_BYTES, findSync } from '../mpegts/packet-cutter';
import { TransportStream } from '../mpegts/stream';
import type { CueReading, ReadingKit } from '../reading';
import { LegGroup } from '../rtp/legs';
import { readRtp, type RtpPacket } from '../rtp/packet';
import { frameSection } from '../scte35/decode-section';

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

/** No text has this byte; base64 of the right length may well have a G at the right place. */
function isBinary(byte: number): boolean {
  return byte < 0x09 || byte > 0x7e;
}

function isWholeSection(bytes: Uint8Array): boolean {
  const frame = frameSection(bytes);
  return frame.ok && crc32(bytes, 0, frame.value) === 0;
}

/** The streams of an engine. */
export class Transports {
  private readonly streams = new Map<string, TransportStream>();
  private readonly groups = new Map<
    string,
    { readonly group: LegGroup; readonly listener: string }
  >();

  constructor(private readonly text: ReadingKit) {}

  /** The cues a datagram completed; null where it belongs to no stream. */
  read(datagram: Arrived): readonly CueReading[] | null {
    const { bytes } = datagram;
    const first = bytes[0] ?? 0;
    if (this.streams.size === 0 && (first === TABLE_ID || TEXT_LEADS.has(first))) return null;
    const rtp = first >> 6 === 2 ? readRtp(bytes) : null;
    if (rtp !== null && carriesPackets(rtp)) return this.rtp(rtp, datagram);
    if (this.streams.size === 0 && !beginsStream(bytes)) return null;
    const key = sourceOf(datagram);
    const known = this.streams.get(key);
    if (known === undefined ? !beginsStream(bytes) : !goesOn(known, bytes)) return null;
    const stream = known ?? new TransportStream(this.text, 'mpegts');
    keep(this.streams, key, stream);
    return stream.push(bytes);
  }

  private rtp(packet: RtpPacket, datagram: Arrived): readonly CueReading[] {
    const { receivedMonoMs } = datagram;
    const listener = listenerOf(datagram);
    const name = `${sourceOf(datagram)} ${packet.ssrc}`;
    const known = this.groups.get(name)?.group ?? this.twin(packet, listener);
    const group = known ?? new LegGroup(this.text);
    keep(this.groups, name, { group, listener });
    return group.take(name, packet, receivedMonoMs);
  }

  private twin(packet: RtpPacket, listener: string): LegGroup | undefined {
    for (const other of this.groups.values()) {
      if (other.listener === listener && other.group.knows(packet)) return other.group;
    }
    return undefined;
  }
}

function listenerOf({ listener, protocol }: Arrived): string {
  return listener ?? protocol;
}

function sourceOf(datagram: Arrived): string {
  return `${listenerOf(datagram)} ${datagram.address} ${datagram.port}`;
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > STREAMS_MOST && oldest !== undefined) map.delete(oldest);
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
