// Owns the proof of what is pasted: which bytes it stands for, what a refusal says, and where the
// fields of a SCTE 104 message lie.
import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/main/core/codec/scte104/message';
import { fieldAt, fieldsOf } from '../../../src/renderer/src/markers/inspect/fields';
import { messageSpans } from '../../../src/renderer/src/markers/inspect/spans/message';
import {
  codeText,
  messageFields,
  messageName,
  pastedBytes,
  refusalOf,
} from '../../../src/renderer/src/markers/paste/pasted';

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);

describe('what is pasted', () => {
  it.each([
    ['FC 30\n11', 'text', bytes(0xfc, 0x30, 0x11)],
    ['0xfc30', 'hex', bytes(0xfc, 0x30)],
    ['/DAR', 'text', bytes(0xfc, 0x30, 0x11)],
    ['_DAR', 'base64', bytes(0xfc, 0x30, 0x11)],
    ['/DA=', 'base64', bytes(0xfc, 0x30)],
    [' {"a":1} ', 'text', new TextEncoder().encode('{"a":1}')],
  ] as const)('%j read as %s stands for its bytes', (text, form, wanted) => {
    expect(pastedBytes(text, form)).toEqual(wanted);
  });

  it.each([
    ['<Binary>/DAR</Binary>', 'text'],
    ['/DAR', 'tsBase64'],
    ['no cue!', 'text'],
    ['fc3', 'hex'],
    ['', 'text'],
  ] as const)('%j read as %s has no bytes of its own', (text, form) => {
    expect(pastedBytes(text, form)).toBeNull();
  });
});

describe('a refusal', () => {
  it('is what the engine says of it, and nothing that is not there', () => {
    const data = { reason: 'crc', scope: 'integrity', offset: 46, lenient: { command: 'x' } };
    expect(refusalOf(data)).toEqual({ ...data, at: null });
    expect(refusalOf({ reason: 'xml', scope: 'text' })).toMatchObject({ offset: null });
    expect(refusalOf({ fields: [] })).toBeNull();
    expect(refusalOf(undefined)).toBeNull();
  });

  it('is told in a sentence, one about a name with the name', () => {
    expect(codeText('crc')).toBe('The CRC_32 does not fit the section.');
    expect(codeText('unknown_element:Foo')).toBe('unknown element: Foo');
    expect(codeText('upid_length')).toBe('upid length.');
  });
});

describe('a SCTE 104 message', () => {
  const request = {
    ...{ opID: 0x101, splice_insert_type: 1, splice_event_id: 77, unique_program_id: 9 },
    ...{ pre_roll_time_ms: 8000, break_duration_tenths: 300, avail_num: 0 },
    ...{ avails_expected: 0, auto_return_flag: 1 },
  };
  const message = {
    ...{ kind: 'multiple', protocol_version: 0, as_index: 0, message_number: 1 },
    ...{ dpi_pid_index: 0, scte35_protocol_version: 0 },
    timestamp: { type: 'utc', seconds: 5, microseconds: 6 },
    ops: [request, { opID: 0x104, pre_roll_time_ms: 4000 }],
  };
  const raw = encodeMessage(message) ?? bytes();
  const numberAt = ([from, to]: readonly [number, number]): number =>
    raw.slice(from, to + 1).reduce((sum, byte) => sum * 256 + byte, 0);

  it('has every number where its bytes are', () => {
    const spans = messageSpans(raw);
    const at = (name: string): number => numberAt(spans[name] ?? [0, -1]);
    expect(at('message_number')).toBe(1);
    expect(at('timestamp.seconds')).toBe(5);
    expect(at('timestamp.microseconds')).toBe(6);
    for (const [name, value] of Object.entries(request)) expect(at(`ops.0.${name}`)).toBe(value);
    expect(at('ops.1.pre_roll_time_ms')).toBe(4000);
    expect(spans['ops.1']?.[1]).toBe(raw.length - 1);
  });

  it('finds the field of a byte, and shows ids in hex and decimal', () => {
    const fields = messageFields(message, raw);
    const id = fields.find(({ label }) => label === 'splice_event_id');
    expect(id?.value).toBe('0x0000004D dec 77');
    expect(fieldAt(fields, (id?.span ?? [0])[0])?.label).toBe('splice_event_id');
    expect(messageName(message)).toBe('multiple operations');
  });

  it('that breaks off has no bytes beyond its end', () => {
    for (let length = 0; length < raw.length; length += 1) {
      const spans = messageSpans(raw.slice(0, length));
      for (const [, to] of Object.values(spans)) expect(to).toBeLessThan(length);
    }
  });

  it('behind another carrier is a tree without bytes', () => {
    const fields = fieldsOf({ form: 'scte104', scte104: message }, bytes(0xfc, 0x30));
    expect(fields.every(({ span }) => span === null)).toBe(true);
  });
});
