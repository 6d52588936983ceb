// Owns the proof of the inspector's question: what each key takes, how a section, JSON and the
// legacy form are told, and with which reason, scope and offset a cue is refused.
import { describe, expect, it } from 'vitest';
import { decodeCue } from '../../../../../src/main/core/codec/inspector/decode-cue';
import { bytesOf, joined, NULL_SECTION, OUT_SECTION, text } from '../byte-text';

const GOAL = '{"event_type":"goal","game_id":"77"}';
const ofHex = (...parts: readonly (Uint8Array | string)[]) =>
  decodeCue({ key: 'hex', value: text.hex(joined(...parts)) }, { text });
const ofText = (value: string) => decodeCue({ key: 'text', value }, { text });
const BROKEN_LOOP = bytesOf(
  'fc302700000000000000fff00506fe00000001000902' + '0f43554549000000017fbf0000300000d92c7725',
);

describe('a section', () => {
  it('is shown with every field, whichever key it comes under', () => {
    const wanted = { ok: true, messages: [{ command: 'splice_insert', event_id: 0x4800008f }] };
    const base64 = text.base64(OUT_SECTION);
    const hex = text.hex(OUT_SECTION);
    expect(ofHex(OUT_SECTION)).toMatchObject({ ...wanted, form: 'section', warnings: [] });
    for (const value of [base64, base64.replace(/=+$/u, ''), ` ${base64}\n`])
      expect(decodeCue({ key: 'base64', value }, { text })).toMatchObject(wanted);
    expect(ofText(base64.replaceAll('+', '-').replaceAll('/', '_'))).toMatchObject(wanted);
    expect(ofText(`0x${hex.toUpperCase()}`)).toMatchObject({ ...wanted, form: 'hex' });
    expect(ofText(hex.replace(/../gu, '$& '))).toMatchObject({ ...wanted, form: 'hex' });
    expect(ofText(base64)).toMatchObject({ ...wanted, form: 'base64' });
  });

  it('is shown with the count of what stands behind it', () => {
    expect(ofHex(OUT_SECTION, 'hello')).toMatchObject({
      messages: [{ command: 'splice_insert', trailing_bytes: 5 }],
      warnings: ['trailing_bytes'],
    });
    expect(ofHex(OUT_SECTION, '\r\n\0')).toMatchObject({ warnings: [] });
  });

  it('is shown with the JSON behind it', () => {
    expect(ofHex(NULL_SECTION, GOAL)).toMatchObject({
      form: 'section+json',
      messages: [
        { command: 'splice_null' },
        { kind: 'metadata', header: 'splice_null section, crc ok', json: { game_id: '77' } },
      ],
    });
    expect(ofHex(OUT_SECTION, '{"event_type":5}')).toMatchObject({
      ok: false,
      reason: 'type',
      scope: 'message',
      offset: 50,
      lenient: { event_id: 0x4800008f },
    });
  });

  it('with a broken descriptor loop is refused, with the command beside it', () => {
    expect(ofHex(BROKEN_LOOP)).toMatchObject({
      ok: false,
      reason: 'descriptor_length_overrun',
      scope: 'descriptor',
      offset: 21,
      lenient: { command: 'time_signal', pts: 1, descriptors: [] },
    });
  });

  it('with a bad CRC_32 is refused, with what can be read beside it', () => {
    expect(ofHex(OUT_SECTION.with(49, 1))).toMatchObject({
      ok: false,
      reason: 'crc',
      scope: 'integrity',
      offset: 46,
      lenient: { command: 'splice_insert', crc_ok: false },
    });
    expect(ofHex(BROKEN_LOOP.with(41, 0))).toMatchObject({
      reason: 'crc',
      lenient: { also_malformed: 'descriptor_length_overrun' },
    });
  });

  it.each([
    ['', 'too_short', 0],
    ['fc', 'too_short', 1],
    ['fb3011', 'table_id', 0],
    [text.hex(OUT_SECTION).slice(0, 80), 'truncated_section', 40],
    ['fcb011', 'section_syntax_indicator', 1],
  ])('cut or spoilt (%s) is refused with its place', (value, reason, offset) => {
    const inspected = decodeCue({ key: 'hex', value }, { text });
    expect(inspected).toEqual({ ok: false, reason, scope: 'section', offset });
  });
});

describe('other forms', () => {
  it('are JSON, alone or behind an opaque header', () => {
    const json = { kind: 'metadata', header: null, json: { event_type: 'goal', game_id: '77' } };
    expect(ofText(GOAL)).toEqual({ ok: true, form: 'json', messages: [json], warnings: [] });
    expect(ofText(`[${GOAL},${GOAL}]`)).toMatchObject({ form: 'json', messages: [json, json] });
    expect(ofHex(bytesOf('fc'), new Uint8Array(19), GOAL)).toMatchObject({
      form: 'legacy-json',
      messages: [{ kind: 'metadata', header: 'opaque, 20 bytes', json: { game_id: '77' } }],
      warnings: ['opaque_header'],
    });
  });

  it.each([
    ['{"event_type"', 'json', 'message'],
    ['{"event_type":1}', 'type', 'message'],
    ['[7]', 'not_object', 'message'],
    ['hello, world', 'text', 'text'],
    ['', 'text', 'text'],
    ['GOAL', 'table_id', 'section'],
  ])('as text (%s) are refused with a reason', (value, reason, scope) => {
    expect(ofText(value)).toMatchObject({ ok: false, reason, scope });
  });

  it('are refused where they are no bytes at all', () => {
    expect(decodeCue({ key: 'hex', value: 'fg' }, { text })).toMatchObject({ reason: 'text' });
    expect(decodeCue({ key: 'base64', value: 'a' }, { text })).toMatchObject({ reason: 'text' });
    const stream = decodeCue({ key: 'tsBase64', value: 'R0BFEA==' }, { text });
    expect(stream).toMatchObject({ reason: 'no_packets', scope: 'message' });
    expect(ofHex(GOAL)).toMatchObject({ reason: 'table_id', scope: 'section', offset: 0 });
  });
});

describe('warnings', () => {
  it('tell what is odd about a section that can be read', () => {
    const later = 'fc301601000000000000fff00506fe000000010000f1f11ba8';
    const unassigned = 'fc301300000000000000fff0024201020000ca0bba97';
    const of = (value: string) => decodeCue({ key: 'hex', value }, { text });
    expect(of(later)).toMatchObject({ warnings: ['protocol_version'] });
    expect(of(unassigned)).toMatchObject({ warnings: ['reserved_command'] });
  });
});
