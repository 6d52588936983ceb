// Owns the proof that no datagram makes the reading throw, run long or give nothing: random bytes,
// mutated cues, and JSON made to hurt.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUE_JSON_MOST_BYTES } from '../../../../src/contract/limits';
import { CUE_FORMS } from '../../../../src/contract/marker';
import { MARKER_REASONS } from '../../../../src/contract/reasons';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { joined, NULL_SECTION, OUT_SECTION, text } from './byte-text';

const GOAL = '{"event_type":"goal","game_id":"1","period":3,"player_ids":["9"],"rivalry":true}';
const SEEDS = [
  OUT_SECTION,
  joined(OUT_SECTION, GOAL),
  joined(NULL_SECTION, GOAL),
  text.fromText(GOAL),
  text.fromText(`[${GOAL},${GOAL}]`),
  text.fromText(text.base64(OUT_SECTION)),
  text.fromText(text.hex(OUT_SECTION)),
];

function sound(bytes: Uint8Array): void {
  const before = Uint8Array.from(bytes);
  const readings = readDatagram(bytes, text);
  expect(readings.length).toBeGreaterThan(0);
  expect(readings.length).toBeLessThanOrEqual(64);
  for (const reading of readings) {
    expect(CUE_FORMS).toContain(reading.form);
    expect(reading.raw.length).toBeLessThanOrEqual(bytes.length);
    if (!reading.ok) expect(Object.keys(MARKER_REASONS)).toContain(reading.reason);
    else expect(reading.section !== null || reading.metadata !== null).toBe(true);
  }
  expect(bytes).toEqual(before);
}

describe('hostile datagrams', () => {
  it('are read to a verdict, whatever their bytes', () => {
    const lead = fc.constantFrom('', '\u00fc', '{', '[', '<', 'G', '\u0080', '/D', '0x');
    const bytes = fc.tuple(lead, fc.uint8Array({ maxLength: 600 })).map(([first, rest]) => {
      return joined(Uint8Array.from(Buffer.from(first, 'latin1')), rest);
    });
    fc.assert(fc.property(bytes, sound), { numRuns: 3_000 });
  });

  it('are read to a verdict where good cues were mutated', () => {
    const change = fc.record({ at: fc.nat(), to: fc.nat(255), cut: fc.nat(), put: fc.boolean() });
    const mutated = fc.tuple(fc.constantFrom(...SEEDS), fc.array(change, { maxLength: 4 }));
    fc.assert(
      fc.property(mutated, ([seed, changes]) => {
        let bytes = Uint8Array.from(seed);
        for (const { at, to, cut, put } of changes) {
          if (put) bytes = joined(bytes.subarray(0, at % bytes.length), bytes) as typeof bytes;
          bytes[at % bytes.length] = to;
          if (cut % 4 === 0) bytes = bytes.subarray(0, 1 + (cut % bytes.length));
        }
        sound(bytes);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are read to a verdict where they are JSON of any shape', () => {
    const key = fc.constantFrom('event_type', 'period', 'player_ids', 'timestamp', 'rivalry');
    const value = fc.oneof(fc.json(), fc.constantFrom('1e999', '-0', '"\\ud800"', 'null', '[[1]]'));
    const json = fc
      .array(fc.tuple(key, value), { maxLength: 5 })
      .map((pairs) => `{${pairs.map(([name, one]) => `"${name}":${one}`).join(',')}}`);
    fc.assert(
      fc.property(json, (source) => sound(text.fromText(source))),
      { numRuns: 3_000 },
    );
  });

  it('do not get far with depth, keys of objects’ own making, or size', () => {
    const deep = '['.repeat(CUE_JSON_MOST_BYTES);
    expect(readDatagram(text.fromText(deep), text)).toMatchObject([{ ok: false, reason: 'json' }]);
    const proto = '{"__proto__":{"event_type":"goal"},"constructor":1}';
    expect(readDatagram(text.fromText(proto), text)).toMatchObject([{ ok: false, reason: 'type' }]);
    const exact = `{"event_type":"goal","pad":"${'x'.repeat(CUE_JSON_MOST_BYTES - 30)}"}`;
    expect(exact.length).toBe(CUE_JSON_MOST_BYTES);
    expect(readDatagram(text.fromText(exact), text)).toMatchObject([{ ok: true }]);
    expect(readDatagram(text.fromText(exact.replace('pad', 'pads')), text)).toMatchObject([
      { ok: false, reason: 'oversize' },
    ]);
  });
});
