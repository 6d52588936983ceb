// Holds the inspector to SCTE 104 messages and transport streams: told by content or by their key,
// with every field, warnings and refusals, and messages written back to their bytes.
import { describe, expect, it } from 'vitest';
import { decodeCue } from '../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../src/main/core/codec/inspector/encode-cue';
import { makeHeartbeat } from '../../../../../src/main/core/marker/make-cue';
import { text } from '../byte-text';

const INIT = '0001000dffffffff0000000000';
const SPLICE = 'ffff001e00000100000000010101000e010000000700011388012c000001';

const of = (key: 'base64' | 'hex' | 'text' | 'tsBase64', value: string) =>
  decodeCue({ key, value }, { text });

describe('an SCTE 104 message in the inspector', () => {
  it.each(['hex', 'text'] as const)('is told by its content in %s', (key) => {
    expect(of(key, INIT)).toMatchObject({ ok: true, form: 'scte104', warnings: [] });
    expect(of(key, SPLICE)).toMatchObject({
      messages: [{ kind: 'multiple', ops: [{ op: 'splice_request', splice_event_id: 7 }] }],
    });
  });

  it('warns of what the standard does not assign and of bytes behind a table', () => {
    const unassigned = 'ffff001000000100000000010fff0000';
    expect(of('hex', unassigned)).toMatchObject({ warnings: ['unassigned_op'] });
    const longer = 'ffff0014010001000000000101040004' + '0fa0beef';
    expect(of('hex', longer)).toMatchObject({
      warnings: ['protocol_version', 'trailing_bytes'],
    });
  });

  it.each([
    [INIT.slice(0, -2), 'incomplete', 12],
    [`${INIT}00`, 'extra_bytes', 13],
    ['0001000c', 'message_size_too_small', 2],
  ])('is refused with a reason and an offset: %s', (...[hex, reason, offset]) => {
    expect(of('hex', hex)).toMatchObject({ ok: false, reason, scope: 'message', offset });
  });

  it('is written back to its bytes', () => {
    const read = of('hex', SPLICE);
    const [message] = read.ok ? read.messages : [];
    expect(encodeCue(message, text)).toMatchObject({ ok: true, value: { hex: SPLICE } });
    const wide = { ...message, message_number: 300 };
    expect(encodeCue(wide, text)).toMatchObject({ ok: false, reason: 'range' });
  });
});

describe('a transport stream in the inspector', () => {
  it('says that it has no packets, or none with a cue', () => {
    expect(of('tsBase64', text.base64(makeHeartbeat()))).toMatchObject({ reason: 'no_packets' });
    const empty = new Uint8Array(376).map((_, at) => (at % 188 === 0 ? 0x47 : 0));
    expect(of('tsBase64', text.base64(empty))).toMatchObject({ ok: true, messages: [] });
  });
});
