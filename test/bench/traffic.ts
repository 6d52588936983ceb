// Owns the traffic of the intake bench: twenty datagrams of which one is a new cue, the others are
// its repeats and heartbeats. Both sides of the comparison get exactly this. Refuses to be random:
// the same numbers give the same bytes.
import { crc32Mpeg } from './crc.ts';

/** Of twenty datagrams: one new cue, nine repeats of it, ten heartbeats. */
export const CYCLE = 20;
/** Repeats that follow a new cue. */
export const REPEATS = 9;

/** A splice_null section: the heartbeat. */
export const HEARTBEAT = withCrc('fc301100000000000000fff000000000');

/** What stands at a place of the endless row of datagrams. */
export type Kind = 'cue' | 'repeat' | 'heartbeat';

/** The kind of the n-th datagram where every `cycle`-th is a new cue. */
export function kindAt(n: number, cycle: number): Kind {
  const at = n % cycle;
  if (at === 0) return 'cue';
  return at <= REPEATS ? 'repeat' : 'heartbeat';
}

/** A splice_insert section, out of network, immediate, 30 s break, with this event id. */
export function cueBytes(eventId: number): Buffer {
  const id = (eventId >>> 0).toString(16).padStart(8, '0');
  return withCrc(`fc300000000000000000fff00f05${id}7ffffe002932e0000100000000`);
}

/** The first `total` datagrams; `base` keeps the event ids of different runs apart. */
export function traffic(total: number, base: number, cycle = CYCLE): Buffer[] {
  let cue = HEARTBEAT;
  return Array.from({ length: total }, (_, n) => {
    if (kindAt(n, cycle) === 'cue') cue = cueBytes(base + n / cycle);
    return kindAt(n, cycle) === 'heartbeat' ? HEARTBEAT : cue;
  });
}

function withCrc(hex: string): Buffer {
  const body = Buffer.from(hex, 'hex');
  body.writeUInt16BE(0x3000 | (body.length + 4 - 3), 1);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32Mpeg(body));
  return Buffer.concat([body, crc]);
}
