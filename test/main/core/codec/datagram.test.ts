// Owns the proof that the forms of a datagram are told apart in their order, what each gives, and
// which reason each refusal has.
import { describe, expect, it } from 'vitest';
import { readDatagram, type CueReading } from '../../../../src/main/core/codec/datagram';
import { encodeSection } from '../../../../src/main/core/codec/scte35/encode-section';
import { must } from '../../../../src/main/core/lib/assert';
import { bytesOf, joined, NULL_SECTION, OUT_SECTION, text } from './byte-text';

const GOAL = '{"event_type":"goal","team_id":"NYR"}';

function read(...parts: readonly (Uint8Array | string)[]): CueReading {
  const readings = readDatagram(joined(...parts), text);
  expect(readings).toHaveLength(1);
  return readings[0] as CueReading;
}

function cancelOf(eventId: number): Uint8Array {
  const cmd = { event_id: eventId, cancel: true } as const;
  const encoded = encodeSection({
    command_type: 5,
    command: 'splice_insert',
    cmd,
    descriptors: [],
  });
  return must(encoded.ok ? encoded.value : null, 'a cancel can be encoded');
}

function good(...parts: readonly (Uint8Array | string)[]) {
  const reading = read(...parts);
  if (!reading.ok) throw new Error(`${reading.form}: ${reading.reason}`);
  return reading;
}

describe('sections', () => {
  it('reads one and gives exactly its bytes', () => {
    const reading = good(OUT_SECTION, '\r\n\0\0');
    expect(reading).toMatchObject({
      form: 'section',
      trust: 'high',
      warnings: [],
      heartbeat: false,
      metadata: null,
      section: { command: 'splice_insert', cmd: { event_id: 0x4800008f } },
    });
    expect(reading.raw).toEqual(OUT_SECTION);
    expect(reading.sectionRaw).toEqual(OUT_SECTION);
  });

  it('keeps a last byte that looks like what may trail', () => {
    const endings = new Set<number>();
    for (let eventId = 0; eventId < 3_000; eventId += 1) {
      const section = cancelOf(eventId);
      const last = section[section.length - 1] ?? 1;
      if (![0x00, 0x0a, 0x0d].includes(last)) continue;
      endings.add(last);
      expect(good(section).raw).toEqual(section);
    }
    expect(endings.size).toBe(3);
  });

  it('takes a splice_null alone for a heartbeat', () => {
    expect(good(NULL_SECTION).heartbeat).toBe(true);
    expect(good(NULL_SECTION, GOAL).heartbeat).toBe(false);
  });

  it('warns of bytes behind a section that are no JSON', () => {
    const reading = good(OUT_SECTION, 'hello');
    expect(reading).toMatchObject({ form: 'section', warnings: ['trailing_bytes'] });
    expect(reading.raw).toEqual(OUT_SECTION);
  });

  it('keeps a command whose descriptor loop is broken', () => {
    const broken = bytesOf(
      'fc302700000000000000fff00506fe00000001000902' + '0f43554549000000017fbf0000300000d92c7725',
    );
    expect(good(broken)).toMatchObject({
      warnings: ['descriptor'],
      section: { command: 'time_signal', descriptors: [] },
    });
  });
});

describe('a section followed by JSON', () => {
  it('gives both', () => {
    const reading = good(OUT_SECTION, GOAL, '\n\0');
    expect(reading).toMatchObject({
      form: 'section+json',
      trust: 'high',
      warnings: [],
      metadata: { eventType: 'goal', teamId: 'NYR' },
      section: { command: 'splice_insert' },
    });
    expect(reading.raw).toEqual(joined(OUT_SECTION, GOAL));
    expect(reading.sectionRaw).toEqual(OUT_SECTION);
  });

  it.each([
    ['{"event_type":"goal"', 'json'],
    ['{"event_type":5}', 'type'],
    ['{"event_type":"goal","period":21}', 'range'],
    ['[{"event_type":"goal"}]', 'not_object'],
    [`{"event_type":"goal","pad":"${'x'.repeat(16_384)}"}`, 'oversize'],
    [bytesOf('7b22ff227d'), 'json'],
  ])('is refused whole where the JSON is bad', (json, reason) => {
    expect(read(NULL_SECTION, json)).toMatchObject({
      ok: false,
      form: 'section+json',
      reason,
      offset: 20,
    });
  });
});

describe('0xFC without a good section', () => {
  it('takes any 20 bytes and JSON for the legacy form, with the lowest trust', () => {
    const header = bytesOf('fc').length;
    const opaque = joined(bytesOf('fc'), new Uint8Array(20 - header).fill(0xee));
    const reading = good(opaque, GOAL, '\0');
    expect(reading).toMatchObject({
      form: 'legacy-json',
      trust: 'low',
      warnings: ['opaque_header'],
      section: null,
      sectionRaw: null,
      heartbeat: false,
      metadata: { eventType: 'goal' },
    });
    expect(reading.raw).toEqual(joined(opaque, GOAL));
  });

  it('takes a section with a bad CRC_32 for opaque only where JSON follows at 20', () => {
    const bad = NULL_SECTION.with(19, 0);
    expect(good(bad, GOAL).form).toBe('legacy-json');
    expect(read(bad)).toMatchObject({ ok: false, form: 'section', reason: 'crc' });
    expect(read(bad, ' ', GOAL)).toMatchObject({ ok: false, reason: 'crc' });
  });

  it.each([
    [bytesOf('fc'), 'too_short'],
    [OUT_SECTION.subarray(0, 14), 'too_short'],
    [OUT_SECTION.subarray(0, 15), 'truncated_section'],
    [OUT_SECTION.subarray(0, 49), 'truncated_section'],
    [OUT_SECTION.with(30, 1), 'crc'],
    [joined(bytesOf('fc0000'), new Uint8Array(30)), 'section_length'],
  ])('names the fault of the section', (bytes, reason) => {
    const reading = read(bytes);
    expect(reading).toMatchObject({ ok: false, form: 'section', reason });
    expect(reading.raw).toEqual(bytes);
  });

  it('names the fault of a command behind a good CRC_32, whatever stands at 20', () => {
    const short = bytesOf('fc301100000000000000fff0000600007e9c54ed');
    expect(read(short, GOAL)).toMatchObject({ ok: false, form: 'section', reason: 'command' });
  });
});

describe('bare JSON', () => {
  it('reads an object with the lowest trust', () => {
    const reading = good('  ', GOAL, '\r\n');
    expect(reading).toMatchObject({ form: 'json', trust: 'low', section: null, warnings: [] });
    expect(text.utf8(reading.raw)).toBe(GOAL);
  });

  it('gives one reading for each element of an array, each with its own text', () => {
    const elements = [GOAL, '{"event_type":"save, ]} \\" x","player_ids":["a","b"]}', '7', '{}'];
    const readings = readDatagram(text.fromText(`[ ${elements.join(' ,\n')} ]`), text);
    expect(readings.map((reading) => text.utf8(reading.raw))).toEqual(elements);
    expect(readings.map((reading) => (reading.ok ? 'ok' : reading.reason))).toEqual([
      'ok',
      'ok',
      'not_object',
      'type',
    ]);
  });

  it.each([
    ['nothing', '[]', 'not_object'],
    ['an array in an array', '[[]]', 'not_object'],
    ['half an object', '{', 'json'],
    ['half an array', '[{"event_type":"goal"}', 'json'],
    ['too many elements', `[${Array.from({ length: 65 }, () => GOAL).join(',')}]`, 'oversize'],
    ['too much', `{"event_type":"${'x'.repeat(16_400)}"}`, 'oversize'],
  ])('refuses %s', (_what, json, reason) => {
    expect(read(json)).toMatchObject({ ok: false, form: 'json', reason });
  });

  it('takes sixty-four elements', () => {
    const json = `[${Array.from({ length: 64 }, () => GOAL).join(',')}]`;
    expect(readDatagram(text.fromText(json), text)).toHaveLength(64);
  });
});

describe('text', () => {
  const base64 = text.base64(OUT_SECTION);
  const hex = text.hex(OUT_SECTION);

  it.each([
    ['base64', base64],
    ['base64', base64.replace(/=+$/, '')],
    ['base64', base64.replaceAll('+', '-').replaceAll('/', '_')],
    ['base64', ` \n${base64.slice(0, 20)}\r\n${base64.slice(20)}\n\0`],
    ['hex', hex],
    ['hex', `0x${hex.toUpperCase()}`],
    ['hex', hex.replace(/../g, '$& ')],
  ])('reads a section as %s', (form, source) => {
    const reading = good(source);
    expect(reading).toMatchObject({ form, section: { command: 'splice_insert' }, trust: 'high' });
    expect(reading.raw).toEqual(OUT_SECTION);
  });

  it('reads a section with JSON behind it, and names the fault of a bad one', () => {
    const both = text.base64(joined(OUT_SECTION, GOAL));
    expect(good(both)).toMatchObject({ form: 'base64', metadata: { eventType: 'goal' } });
    const bad = text.hex(joined(OUT_SECTION.with(49, 0), GOAL));
    expect(read(bad)).toMatchObject({ ok: false, form: 'hex', reason: 'crc' });
    const opaque = text.base64(joined(NULL_SECTION.with(19, 0), GOAL));
    expect(read(opaque)).toMatchObject({ ok: false, form: 'base64', reason: 'crc' });
    expect(read('/A==')).toMatchObject({ ok: false, form: 'base64', reason: 'too_short' });
  });

  it('refuses good base64 and hex of something else', () => {
    expect(read('GOAL')).toMatchObject({ ok: false, form: 'unknown', reason: 'table_id' });
    expect(read('cafe')).toMatchObject({ ok: false, form: 'unknown', reason: 'table_id' });
  });
});

describe('the rest', () => {
  const packet = joined(bytesOf('4740451000'), OUT_SECTION, new Uint8Array(133).fill(0xff));
  const rtp = bytesOf('802100010000000000000001');

  it.each([
    ['mpegts', packet],
    ['mpegts', joined(packet, packet)],
    ['mpegts', joined(new Uint8Array(4), packet, new Uint8Array(4), packet)],
    ['mpegts', joined(packet, new Uint8Array(16), packet, new Uint8Array(16))],
    ['rtp', joined(rtp, packet)],
    ['rtp', joined(bytesOf('91'), rtp.subarray(1), bytesOf('00000001bede000100000000'), packet)],
  ])('names %s as a form it does not read', (form, bytes) => {
    expect(read(bytes)).toMatchObject({ ok: false, form, reason: 'unsupported_form' });
  });

  it('does not take text of a packet’s length for a packet', () => {
    const letters = `/DAAG${'A'.repeat(187)}`;
    expect(read(letters)).toMatchObject({ ok: false, form: 'base64', reason: 'section_length' });
  });

  it('refuses what begins like no form', () => {
    const nothing = { ok: false, form: 'unknown', reason: 'table_id', offset: 0 };
    expect(read('hello there')).toMatchObject(nothing);
    expect(read(bytesOf('fb00'))).toMatchObject(nothing);
    expect(read('\0\0\n')).toMatchObject(nothing);
    expect(read('')).toMatchObject({ ...nothing, reason: 'too_short' });
  });
});
