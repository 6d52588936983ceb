// Owns the memory of datagrams read lately: encoders repeat a cue byte for byte, and a heartbeat is
// the same for hours, so equal bytes are not decoded twice. Bounded: two generations of at most
// GENERATION entries, of small datagrams only.
import type { ReadingKit } from './reading';
import { readDatagram, type CueReading } from './datagram';

const GENERATION = 2_048;
/** A datagram larger than this is decoded each time. */
const SMALL_BYTES = 512;

/** Reads datagrams, remembering what equal bytes gave. */
export interface RecentReadings {
  /** As readDatagram; equal bytes may give the very same readings. */
  readonly read: (bytes: Uint8Array) => readonly CueReading[];
}

/** Makes an empty memory. */
export function createRecentReadings(text: ReadingKit): RecentReadings {
  let young = new Map<string, readonly CueReading[]>();
  let old = new Map<string, readonly CueReading[]>();
  const keep = (key: string, readings: readonly CueReading[]): readonly CueReading[] => {
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(key, readings);
    return readings;
  };
  return {
    read: (bytes) => {
      if (bytes.length > SMALL_BYTES) return readDatagram(bytes, text);
      const key = text.latin1(bytes);
      const known = young.get(key);
      if (known !== undefined) return known;
      return keep(key, old.get(key) ?? readDatagram(new Uint8Array(bytes), text));
    },
  };
}
