// Owns the proof that equal datagrams are read once, different ones never mixed up, and the memory
// bounded.
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { createRecentReadings } from '../../../../src/main/core/codec/recent-readings';
import type { ByteText } from '../../../../src/main/core/lib/bytes';
import { joined, NULL_SECTION, OUT_SECTION, text } from './byte-text';

/** Counts how often UTF-8 was decoded, which happens once for each reading of JSON. */
function counted(): { text: ByteText; decodes: () => number } {
  let decodes = 0;
  const utf8 = (bytes: Uint8Array) => {
    decodes += 1;
    return text.utf8(bytes);
  };
  return { text: { ...text, utf8 }, decodes: () => decodes };
}

const goal = (game: number) => text.fromText(`{"event_type":"goal","game_id":"${game}"}`);

describe('recent readings', () => {
  it('are those of the datagram itself', () => {
    const recent = createRecentReadings(text);
    for (const bytes of [NULL_SECTION, OUT_SECTION, goal(1), joined(NULL_SECTION, goal(1))]) {
      expect(recent.read(bytes)).toEqual(readDatagram(bytes, text));
      expect(recent.read(Uint8Array.from(bytes))).toEqual(readDatagram(bytes, text));
    }
  });

  it('decode equal bytes once', () => {
    const host = counted();
    const recent = createRecentReadings(host.text);
    const first = recent.read(goal(1));
    expect(recent.read(goal(1))).toBe(first);
    expect(recent.read(goal(2))).not.toBe(first);
    expect(host.decodes()).toBe(2);
  });

  it('keep no view of a buffer that its owner may use again', () => {
    const recent = createRecentReadings(text);
    const buffer = Uint8Array.from(OUT_SECTION);
    recent.read(buffer);
    buffer.fill(0);
    expect(recent.read(Uint8Array.from(OUT_SECTION))[0]?.raw).toEqual(OUT_SECTION);
  });

  it('do not keep large datagrams, nor old ones for ever, but do keep those in use', () => {
    const host = counted();
    const recent = createRecentReadings(host.text);
    const large = joined(goal(1), ' '.repeat(600));
    expect(recent.read(large)).not.toBe(recent.read(large));
    const old = recent.read(goal(-1));
    const used = recent.read(goal(-2));
    for (let game = 0; game < 20_000; game += 1) {
      recent.read(goal(game));
      if (game % 1_000 === 0) expect(recent.read(goal(-2))).toBe(used);
    }
    expect(recent.read(goal(-1))).not.toBe(old);
    expect(recent.read(goal(-1))).toEqual(old);
  });
});
