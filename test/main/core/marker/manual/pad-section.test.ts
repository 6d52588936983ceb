// Owns the proof that every pad's section is a good one and is read as what the pad means, and that
// metadata rides in it and comes out whole.
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../../src/main/core/codec/datagram';
import { encodeSection } from '../../../../../src/main/core/codec/scte35/encode-section';
import { toHex } from '../../../../../src/main/core/lib/hex';
import { must } from '../../../../../src/main/core/lib/assert';
import { DEFAULT_BOOK } from '../../../../../src/main/core/pricing/default-book';
import { meaningOf } from '../../../../../src/main/core/marker/event-map';
import { padSection, type PadOrder } from '../../../../../src/main/core/marker/manual/pad-section';
import { metadataOf } from '../../../../../src/main/core/marker/manual/test-cue';
import { text } from '../../codec/byte-text';

const ID = 0x7f00_0013;
const goal = metadataOf({ eventType: 'power_play_goal', teamId: 'HCG', closeGame: true }, null);

function read(order: PadOrder) {
  const encoded = padSection(order, text);
  const bytes = must(encoded.ok ? encoded.value : null, 'it fits');
  const [reading] = readDatagram(bytes, text);
  if (reading?.ok !== true) throw new Error(`not readable: ${toHex(bytes)}`);
  return reading;
}

const said = (order: PadOrder) => meaningOf(read(order), DEFAULT_BOOK);

describe('a pad', () => {
  it('out is a splice_insert with its break, and says more only where there is more', () => {
    const plain = { kind: 'out', eventId: ID, durationMs: 30_000, metadata: null } as const;
    expect(read(plain)).toMatchObject({
      form: 'section',
      metadata: null,
      section: { crc_ok: true, cmd: { out_of_network: true, immediate: true } },
    });
    const told = { eventId: ID, eventKind: 'splice', durationMs: 30_000 };
    expect(said(plain)).toMatchObject({ ...told, eventType: 'commercial_break' });
    expect(said({ ...plain, metadata: goal })).toMatchObject({
      ...told,
      eventType: 'power_play_goal',
    });
    expect(read({ ...plain, metadata: goal })).toMatchObject({ metadata: goal });
  });

  it('in ends, and a cancel cancels the kind it was started as', () => {
    expect(said({ kind: 'in', eventId: ID, programId: 7 })).toMatchObject({
      kind: 'ignored',
      reason: 'ends_slot',
      eventId: ID,
    });
    for (const eventKind of ['splice', 'segmentation'] as const) {
      expect(said({ kind: 'cancel', eventId: ID, eventKind })).toMatchObject({
        kind: 'cancel',
        eventId: ID,
        eventKind,
      });
    }
  });

  it('slot start carries its metadata in an MPU under our identifier, slot end ends it', () => {
    const start = { kind: 'start', eventId: ID, segmentationType: 0x34 } as const;
    const order = { ...start, durationMs: 15_000, metadata: goal };
    expect(read(order)).toMatchObject({
      metadata: goal,
      section: { descriptors: [{ upid: { type: 12, format_identifier: 0x43554542 } }] },
    });
    expect(said(order)).toMatchObject({
      kind: 'event',
      eventType: 'power_play_goal',
      segmentationType: 0x34,
      durationMs: 15_000,
      regionalBlackout: false,
    });
    const nothing = { durationMs: null, metadata: null };
    expect(said({ ...start, kind: 'end', segmentationType: 0x35, ...nothing })).toMatchObject({
      reason: 'ends_slot',
      eventId: ID,
    });
  });

  it('refuses metadata that does not fit into a descriptor', () => {
    const metadata = metadataOf({ eventType: 'goal', gameId: 'g'.repeat(128), teamId: 't' }, null);
    const long = { ...metadata, playerIds: Array.from({ length: 9 }, () => '8473419') };
    const order = { kind: 'start', eventId: ID, segmentationType: 0x34, durationMs: null } as const;
    expect(padSection({ ...order, metadata: long }, text)).toEqual({ ok: false, reason: 'range' });
  });
});

describe('metadata inside a section', () => {
  const carrying = (upid: { type: number; hex: string }) => {
    const encoded = encodeSection({
      command_type: 6,
      command: 'time_signal',
      cmd: { pts: null },
      descriptors: [
        {
          ...{ tag: 2, identifier: 'CUEI', kind: 'segmentation', event_id: 5 },
          ...{ event_id_compliance_flag: 1, cancel: false, program_segmentation: true },
          ...{ delivery_not_restricted: true, type_id: 0x34, segment_num: 1 },
          ...{ segments_expected: 1, upid: { ...upid, type_name: '', length: 0 } },
        } as never,
      ],
    });
    return readDatagram(must(encoded.ok ? encoded.value : null, 'it fits'), text)[0];
  };
  const hexOf = (json: string): string => toHex(text.fromText(json));
  const fight = hexOf('{"event_type":"fight"}');

  it.each([
    ['MPU', 0x0c, `41424344${fight}`],
    ['URI', 0x0f, fight],
    ['user-defined text', 0x01, fight],
  ])('is read from a UPID: %s', (_name, type, hex) => {
    expect(carrying({ type, hex })).toMatchObject({ ok: true, metadata: { eventType: 'fight' } });
  });

  it('is silent where it is another maker’s: no JSON, torn JSON, no event_type', () => {
    for (const own of ['4142434445', `41424344${hexOf('{"event_ty')}`, hexOf('ABCD{"a":1}')]) {
      expect(carrying({ type: 0x0c, hex: own })).toMatchObject({ ok: true, metadata: null });
    }
    expect(carrying({ type: 0x09, hex: fight })).toMatchObject({ ok: true, metadata: null });
  });

  it('is refused where it names an event and breaks the rules of metadata', () => {
    const wrong = hexOf('ABCD{"event_type":"fight","period":99}');
    expect(carrying({ type: 0x0c, hex: wrong })).toMatchObject({ ok: false, reason: 'range' });
  });
});
