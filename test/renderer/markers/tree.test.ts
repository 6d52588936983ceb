// Owns proof of the tree: fields inside a segmentation descriptor and a splice_insert lie on their
// own bytes, JSON behind a section is a group of its own, branches close and open by the arrows.
import { describe, expect, it } from 'vitest';
import { bytesOf, fieldAt, fieldsOf } from '../../../src/renderer/src/markers/inspect/fields';
import { segmentationType } from '../../../src/renderer/src/markers/inspect/meaning';
import { readingOf } from '../../../src/renderer/src/markers/inspect/bytes/reading';
import {
  branchesOf,
  parentOf,
  treeLines,
  turnOf,
} from '../../../src/renderer/src/markers/inspect/tree';
import {
  commandSpans,
  descriptorSpans,
} from '../../../src/renderer/src/markers/inspect/spans/inside';
import { markerOf } from '../records';

/** A time_signal with a segmentation descriptor that carries a upid, as SCTE 35 14.3 prints it. */
const SECTION = '/DAvAAAAAAAA///wBQb+dGKQoAAZAhdDVUVJSAAAjn+fCAgAAAAALKChijUCAKnMZ1g=';
const JSON_TEXT = '{"event_type":"goal","team_id":"HCG"}';
const CUE = markerOf({
  form: 'section+json',
  rawBase64: btoa(atob(SECTION) + JSON_TEXT),
  scte35: {
    section_length: 47,
    crc32: 'a9cc6758',
    command_type: 6,
    command: 'time_signal',
    cmd: { pts: 1_952_616_608 },
    segmentation_type_ids: [53],
    something_new: 'kept',
    descriptors: [
      {
        tag: 2,
        identifier: 'CUEI',
        kind: 'segmentation',
        event_id: 0x4800008e,
        upid: { type: 8, length: 8, hex: '000000002ca0a18a' },
        type_id: 53,
        segment_num: 2,
        segments_expected: 0,
      },
    ],
  },
});
const BYTES = bytesOf(CUE);
const FIELDS = fieldsOf(CUE, BYTES);
const field = (key: string) => FIELDS.find((one) => one.key === key);
const hex = (key: string): string => {
  const span = field(key)?.span ?? null;
  return span === null ? '' : Buffer.from(BYTES.slice(span[0], span[1] + 1)).toString('hex');
};

describe('the fields of a descriptor', () => {
  it('lie on their own bytes, those of a upid too', () => {
    expect(hex('descriptor-0.upid')).toBe('0808000000002ca0a18a');
    expect(hex('descriptor-0.upid.type')).toBe('08');
    expect(hex('descriptor-0.upid.hex')).toBe('000000002ca0a18a');
    expect(hex('descriptor-0.type_id')).toBe('35');
    expect(hex('descriptor-0.segment_num')).toBe('02');
    expect(hex('descriptor-0.tag')).toBe('02');
  });

  it('stay within a descriptor that breaks off', () => {
    const torn = BYTES.slice(0, 30);
    const spans = descriptorSpans('segmentation', torn, [22, 29]);
    for (const [, last] of Object.values(spans)) expect(last).toBeLessThanOrEqual(29);
    expect(descriptorSpans('segmentation', torn, null)).toEqual({});
  });
});

describe('the fields of a splice_insert', () => {
  const insert = [0x48, 0, 0, 1, 0x7f, 0xef, 0xfe, 0, 0, 0, 9, 0xfe, 0, 0, 0x1e, 0, 0, 7, 1, 2];

  it('follow its flags: time, duration, program, avails', () => {
    const spans = commandSpans('splice_insert', Uint8Array.from(insert), [0, 19]);
    expect(spans).toMatchObject({
      event_id: [0, 3],
      pts: [6, 10],
      'break_duration.duration': [11, 15],
      unique_program_id: [16, 17],
      avail_num: [18, 18],
      avails_expected: [19, 19],
    });
  });

  it('end with the flag of a cancel', () => {
    const spans = commandSpans('splice_insert', Uint8Array.of(0, 0, 0, 1, 0xff), [0, 4]);
    expect(Object.keys(spans)).toEqual(['event_id', 'cancel']);
  });

  it('pass over components', () => {
    const parts = Uint8Array.of(0, 0, 0, 1, 0x7f, 0x9f, 2, 5, 6, 0, 7, 1, 2);
    expect(commandSpans('splice_insert', parts, [0, 12])).toMatchObject({
      components: [6, 8],
      unique_program_id: [9, 10],
    });
  });
});

describe('the groups', () => {
  it('are section, command, descriptor and the JSON behind, each on its bytes', () => {
    const heads = FIELDS.filter(({ depth }) => depth === 0).map(({ label }) => label);
    expect(heads).toEqual([
      'splice_info_section',
      'time_signal',
      'segmentation_descriptor',
      'private JSON',
    ]);
    expect(field('section')?.span).toEqual([0, 49]);
    expect(hex('section.crc32')).toBe('a9cc6758');
    expect(Buffer.from(hex('json.team_id'), 'hex').toString()).toBe('"team_id":"HCG"');
    expect(fieldAt(FIELDS, BYTES.length - 3)?.key).toBe('json.team_id');
  });

  it('show what the engine adds, and not twice what it lifts', () => {
    expect(field('section.something_new')).toMatchObject({ value: 'kept', span: null });
    expect(field('section.segmentation_type_ids')).toBeUndefined();
  });

  it('say what a type means, and nothing where the standard does not', () => {
    expect(field('descriptor-0.type_id')?.value).toBe(
      '0x35 dec 53 \u00b7 Provider placement opportunity end',
    );
    expect(segmentationType(0x10)).toBe('Program start');
    expect(segmentationType(0x60)).toBeNull();
  });

  it('split the old form into its opaque header and its JSON', () => {
    const old = markerOf({ form: 'legacy-json', rawBase64: btoa('x'.repeat(20) + JSON_TEXT) });
    const [opaque, json, first] = fieldsOf(old, bytesOf(old));
    expect(opaque?.span).toEqual([0, 19]);
    expect(json?.span).toEqual([20, 19 + JSON_TEXT.length]);
    expect(first?.span?.[0]).toBe(21);
  });
});

describe('closing and opening', () => {
  const none = new Set<string>();
  const closed = new Set(['descriptor-0.upid']);

  it('hides what lies in a closed branch and nothing else', () => {
    const all = treeLines(FIELDS, none);
    expect(all).toHaveLength(FIELDS.length);
    const fewer = treeLines(FIELDS, closed);
    expect(all.length - fewer.length).toBe(3);
    expect(fewer.find((line) => line.field.key === 'descriptor-0.upid')?.open).toBe(false);
    expect(all.find((line) => line.field.key === 'command.pts')?.open).toBeNull();
  });

  it('left closes, or goes to the branch; right opens', () => {
    const turn = (key: string, arrow: string, shut = none) => turnOf(FIELDS, shut, { key, arrow });
    expect(turn('descriptor-0.upid', 'ArrowLeft')).toEqual({ toggle: 'descriptor-0.upid' });
    expect(turn('descriptor-0.upid', 'ArrowLeft', closed)).toEqual({ goTo: 'descriptor-0' });
    expect(turn('descriptor-0.upid', 'ArrowRight', closed)).toEqual({
      toggle: 'descriptor-0.upid',
    });
    expect(turn('descriptor-0.upid.hex', 'ArrowLeft')).toEqual({ goTo: 'descriptor-0.upid' });
    expect(turn('command.pts', 'ArrowRight')).toBeNull();
    expect(turn('section', 'ArrowDown')).toBeNull();
  });

  it('knows the branches of a line', () => {
    expect(branchesOf(FIELDS, 'descriptor-0.upid.hex')).toEqual([
      'descriptor-0',
      'descriptor-0.upid',
    ]);
    expect(parentOf(FIELDS, 'section')).toBeNull();
    expect(parentOf(FIELDS, 'nowhere')).toBeNull();
  });
});

describe('what bytes read as', () => {
  it('is hex, number and text, exactly', () => {
    expect(readingOf(Uint8Array.of(0x48, 0, 0x1a, 0x2f), [0, 3])).toEqual({
      hex: '48 00 1A 2F',
      number: { hex: '0x48001A2F', decimal: '1207966255' },
      text: null,
    });
    const most = Uint8Array.from({ length: 8 }, () => 0xff);
    expect(readingOf(most, [0, 7]).number?.decimal).toBe('18446744073709551615');
    const text = new TextEncoder().encode('power_play_goal as it is');
    expect(readingOf(text, [0, 4])).toMatchObject({ text: 'power' });
    const long = readingOf(text, [0, 23]);
    expect(long.number).toBeNull();
    expect(long.hex).toMatch(/^70 6F .* \u2026 24 bytes$/u);
  });
});
