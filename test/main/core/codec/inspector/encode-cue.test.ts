// Owns the proof of the inspector's other way: every kind of message is written as it was read, a
// upid by any of its readings, and what does not fit is refused by the field's path.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeCue } from '../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../src/main/core/codec/inspector/encode-cue';
import { text } from '../byte-text';
import { anySection } from '../scte35/arbitrary';

const file = new URL('../../../../fixtures/cues/sections.json', import.meta.url);
const { good } = JSON.parse(readFileSync(file, 'utf8')) as {
  good: { name: string; hex: string }[];
};

function shown(hex: string): Record<string, unknown> {
  const inspected = decodeCue({ key: 'hex', value: hex }, { text });
  if (!inspected.ok) throw new Error(inspected.reason);
  return JSON.parse(JSON.stringify(inspected.messages[0])) as Record<string, unknown>;
}

const signal = (upid: unknown): Record<string, unknown> => ({
  command: 'time_signal',
  cmd: { pts: 1 },
  descriptors: [
    {
      kind: 'segmentation',
      event_id: 1,
      cancel: false,
      program_segmentation: true,
      delivery_not_restricted: true,
      upid,
      type_id: 0x34,
      segment_num: 0,
      segments_expected: 0,
    },
  ],
});

describe('a message', () => {
  it.each(good)('is written back byte for byte: $name', ({ hex }) => {
    const encoded = encodeCue(shown(hex), text);
    expect(encoded.ok && encoded.value.hex).toBe(hex);
    expect(encoded.ok && encoded.value.base64).toBe(Buffer.from(hex, 'hex').toString('base64'));
  });

  it('of any kind is read back as it was written', () => {
    fc.assert(
      fc.property(anySection, (section) => {
        const encoded = encodeCue(JSON.parse(JSON.stringify(section)), text);
        if (!encoded.ok) throw new Error(`${encoded.reason} at ${encoded.at ?? ''}`);
        expect(shown(encoded.value.hex)).toMatchObject(section);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ type: 9, text: 'SIGNAL:abc' }],
    [{ type: 8, int: 2 ** 40 + 5 }],
    [{ type: 10, eidr: '10.5240/0E4F-892E-442F-6BD4-15B0' }],
    [{ type: 16, uuid: '123e4567-e89b-12d3-a456-426614174000' }],
    [{ type: 12, format_identifier: 0x41424344, private_hex: '0102' }],
    [
      {
        type: 13,
        upids: [
          { type: 8, int: 7 },
          { type: 13, upids: [{ type: 1, text: 'x' }] },
        ],
      },
    ],
  ])('may have a upid written by hand: %j', (upid) => {
    const encoded = encodeCue(signal(upid), text);
    expect(shown(encoded.ok ? encoded.value.hex : '')).toMatchObject({ descriptors: [{ upid }] });
  });
});

describe('metadata', () => {
  it('is written as its JSON', () => {
    const json = '{"event_type":"goal","game_id":"77","period":3,"rivalry":true}';
    const decoded = decodeCue({ key: 'text', value: json }, { text });
    const encoded = encodeCue(decoded.ok ? decoded.messages[0] : null, text);
    const back = encoded.ok ? Buffer.from(encoded.value.hex, 'hex').toString() : '';
    expect(decodeCue({ key: 'text', value: back }, { text })).toEqual(decoded);
    expect(encodeCue({ kind: 'metadata', json: { event_type: 7 } }, text)).toEqual({
      ok: false,
      reason: 'type',
      at: 'json',
    });
  });
});

describe('what does not fit', () => {
  const insert = { event_id: 1, cancel: true };
  const plain = { command: 'splice_insert', cmd: insert, descriptors: [] };
  const first = (more: object) => ({ ...plain, descriptors: [more] });

  it.each([
    [7, 'type', ''],
    [{}, 'range', 'command'],
    [{ command: 'splice_insert' }, 'type', 'cmd'],
    [{ ...plain, cmd: {} }, 'missing', 'cmd.cancel'],
    [{ ...plain, cmd: { ...insert, event_id: 2 ** 32 } }, 'range', 'cmd.event_id'],
    [{ ...plain, cmd: { ...insert, event_id: '1' } }, 'type', 'cmd.event_id'],
    [{ ...plain, tier: 4096 }, 'range', 'tier'],
    [{ ...plain, descriptors: undefined }, 'missing', 'descriptors'],
    [first({ kind: 'avail', provider_avail_id: -1 }), 'range', 'descriptors[0].provider_avail_id'],
    [first({ kind: 'avail', tag: 2, provider_avail_id: 1 }), 'range', 'descriptors[0].tag'],
    [first({ kind: 'other' }), 'range', 'descriptors[0].kind'],
    [{ command: 'reserved', cmd: null, command_type: 5, descriptors: [] }, 'range', 'command_type'],
    [{ encrypted: true }, 'missing', 'encrypted_hex'],
  ])('is refused by its path: %j', (message, reason, at) => {
    expect(encodeCue(message, text)).toEqual({ ok: false, reason, at });
  });

  it.each([
    [{ type: 10, eidr: '10.5240/XYZ' }],
    [{ type: 16, uuid: 'no' }],
    [{ type: 9, text: 'x'.repeat(256) }],
  ])('is refused where a upid cannot be written: %j', (upid) => {
    expect(encodeCue(signal(upid), text)).toEqual({ ok: false, reason: 'range' });
  });
});
