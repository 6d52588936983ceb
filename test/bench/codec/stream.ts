// Owns the stream rows of `npm run bench -- codec`: a transport stream with its clock, tables and
// cues, in datagrams of seven packets, taken to cues, against a pass that only finds sync bytes.
import { crc32 } from '../../../src/main/core/lib/crc32';
import { TransportStream } from '../../../src/main/core/codec/mpegts/stream';
import { text } from '../../main/core/codec/byte-text';

const PACKET = 188;
const DATAGRAM = 7 * PACKET;
/** As in a contribution feed: one table and one clock in so many packets, a cue now and then. */
const TABLES_EVERY = 500;
const CLOCK_EVERY = 40;
const CUE_EVERY = 5_000;
const PMT_PID = 0x100;
const VIDEO_PID = 0x101;
const CUE_PID = 0x1f0;

const CUE = '/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=';

function withCrc(bytes: number[]): number[] {
  const crc = crc32(Uint8Array.from(bytes), 0, bytes.length);
  return [...bytes, crc >>> 24, (crc >> 16) & 255, (crc >> 8) & 255, crc & 255];
}

const PAT = withCrc([0, 0xb0, 13, 0, 1, 0xc1, 0, 0, 0, 1, 0xe0 | (PMT_PID >> 8), PMT_PID & 255]);
const PMT = withCrc(
  [2, 0xb0, 29, 0, 1, 0xc1, 0, 0, 0xe1, 1, 0xf0, 6, 5, 4, 67, 85, 69, 73].concat(
    [0x86, 0xe1, 0xf0, 0xf0, 0],
    [0x1b, 0xe1, 0x01, 0xf0, 0],
  ),
);

/** A stream of `packets` packets. */
export function streamOf(packets: number): Uint8Array {
  const stream = new Uint8Array(packets * PACKET);
  const counters = new Map<number, number>();
  for (let n = 0; n < packets; n += 1) {
    const at = n * PACKET;
    const [pid, payload] = packetAt(n);
    const counter = counters.get(pid) ?? 0;
    counters.set(pid, (counter + 1) & 15);
    stream.fill((n * 31) & 255, at, at + PACKET);
    const start = payload.length > 0 ? 0x40 : 0;
    const clock = pid === VIDEO_PID && n % CLOCK_EVERY === 0;
    stream.set([0x47, start | (pid >> 8), pid & 255, (clock ? 0x30 : 0x10) | counter], at);
    if (clock) stream.set([7, 0x10, 0, n >> 16, (n >> 8) & 255, n & 255, 0, 0], at + 4);
    if (payload.length > 0) stream.set([0, ...payload, 0xff], at + 4);
  }
  return stream;
}

function packetAt(n: number): readonly [pid: number, payload: readonly number[]] {
  if (n % TABLES_EVERY === 0) return [0, PAT];
  if (n % TABLES_EVERY === 1) return [PMT_PID, PMT];
  return n % CUE_EVERY === 2 ? [CUE_PID, [...Buffer.from(CUE, 'base64')]] : [VIDEO_PID, []];
}

/** Takes the stream to its cues; how many there were. */
export function cuesIn(stream: Uint8Array): number {
  const taken = new TransportStream(text, 'mpegts');
  let cues = 0;
  for (let at = 0; at < stream.length; at += DATAGRAM) {
    cues += taken.push(stream.subarray(at, at + DATAGRAM)).length;
  }
  return cues;
}

/** Only finds the sync bytes; how many there were. */
export function syncsIn(stream: Uint8Array): number {
  let found = 0;
  for (let at = 0; at < stream.length; at += PACKET) if (stream[at] === 0x47) found += 1;
  return found;
}
