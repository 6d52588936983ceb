// Owns proof of the inspector: every field lies on the bytes it was read from, a byte leads to the
// smallest field that has it, and a filter hides only what it says.
import { describe, expect, it } from 'vitest';
import { filtered, verdictCounts } from '../../../src/renderer/src/markers/filter/filter';
import { bytesOf, fieldAt, fieldsOf } from '../../../src/renderer/src/markers/inspect/fields';
import { jsonSpan } from '../../../src/renderer/src/markers/inspect/spans/json';
import { sectionSpans } from '../../../src/renderer/src/markers/inspect/spans/section';
import { markerOf } from '../records';

/** A time_signal with one segmentation descriptor, as SCTE 35 14.3 prints it. */
const RAW = '/DAvAAAAAAAA///wBQb+dGKQoAAZAhdDVUVJSAAAjn+fCAgAAAAALKChijUCAKnMZ1g=';
const CUE = markerOf({
  form: 'section',
  rawBase64: RAW,
  scte35: {
    section_length: 47,
    crc32: 'a9cc6758',
    splice_command_length: 5,
    command_type: 6,
    command: 'time_signal',
    cmd: { pts: 1_952_616_608 },
    descriptors: [
      { tag: 2, identifier: 'CUEI', kind: 'segmentation', event_id: 0x4800008e, type_id: 53 },
    ],
  },
});
const BYTES = bytesOf(CUE);
const hex = (from: number, to: number): string =>
  Buffer.from(BYTES.slice(from, to + 1)).toString('hex');

describe('the tree of a section', () => {
  const fields = fieldsOf(CUE, BYTES);
  const spanned = (key: string): string => {
    const span = fields.find((field) => field.key === key)?.span;
    return span === undefined || span === null ? '' : hex(...span);
  };

  it('places header, command, descriptor and CRC on their bytes', () => {
    expect(spanned('section.section_length')).toBe('302f');
    expect(spanned('section.command_type')).toBe('06');
    expect(spanned('command.pts')).toBe('fe746290a0');
    expect(spanned('descriptor-0.identifier')).toBe('43554549');
    expect(spanned('descriptor-0.event_id')).toBe('4800008e');
    expect(spanned('section.crc32')).toBe('a9cc6758');
  });

  it('says ids in hex and decimal, ticks in seconds', () => {
    const value = (key: string) => fields.find((field) => field.key === key)?.value;
    expect(value('descriptor-0.event_id')).toBe('0x4800008E dec 1207959694');
    expect(value('command.pts')).toBe('1952616608 · 21695.740 s');
  });

  it('finds the smallest field of a byte', () => {
    const at = BYTES.indexOf(0x8e);
    expect(fieldAt(fields, at)?.key).toBe('descriptor-0.event_id');
    expect(fieldAt(fields, BYTES.length - 1)?.key).toMatch(/crc/u);
    expect(fieldAt([], 0)).toBeNull();
  });

  it('places no command whose length is not said', () => {
    const unsaid = Uint8Array.from(BYTES);
    unsaid[11] = 0xff;
    unsaid[12] = 0xff;
    expect(sectionSpans(unsaid)).toMatchObject({ command: null, descriptors: [] });
  });

  it('does not run past a loop that says too much', () => {
    const broken = Uint8Array.from(BYTES);
    broken[22] = 0xff;
    expect(sectionSpans(broken).descriptors).toEqual([]);
  });
});

describe('the tree of a text', () => {
  it('places keys by bytes, not letters', () => {
    const text = '{"team":"Ö","event_type":"goal","n":[1,2]}';
    const bytes = new TextEncoder().encode(text);
    const span = jsonSpan(text, 'event_type');
    if (span === null) throw new Error('not found');
    expect(new TextDecoder().decode(bytes.slice(span[0], span[1] + 1))).toBe('"event_type":"goal"');
    expect(jsonSpan(text, 'absent')).toBeNull();
  });

  it('is empty where nothing can be read, and the bytes stay', () => {
    const bad = markerOf({ form: 'unknown', rawBase64: btoa('{"a":') });
    const bytes = bytesOf(bad);
    expect(fieldsOf(bad, bytes)).toEqual([]);
    expect(bytes).toHaveLength(5);
  });
});

describe('the filter', () => {
  const heard = [
    markerOf({ id: 'M-1', teamId: 'HCG' }),
    markerOf({ id: 'M-2', status: 'DUPLICATE', duplicateOf: 'M-1' }),
    CUE,
  ];
  const ids = (words: string, status: 'DUPLICATE' | null = null) =>
    filtered(heard, { words, status }).map((marker) => marker.id);

  it('finds words, ids in either form, and verdicts', () => {
    expect(ids('')).toHaveLength(3);
    expect(ids('hcg m-1')).toContain('M-1');
    expect(ids('0x4800008e')).toEqual([CUE.id]);
    expect(ids('1207959694')).toEqual([CUE.id]);
    expect(ids('', 'DUPLICATE')).toEqual(['M-2']);
    expect(ids('nothing such')).toEqual([]);
  });

  it('counts the verdicts, also those there are none of', () => {
    expect(verdictCounts(heard)).toEqual([
      ['ACCEPTED', 2],
      ['DUPLICATE', 1],
      ['STALE', 0],
      ['INVALID', 0],
      ['QUARANTINED', 0],
    ]);
    expect(verdictCounts([markerOf({ status: 'IGNORED' })]).at(-1)).toEqual(['IGNORED', 1]);
  });
});
