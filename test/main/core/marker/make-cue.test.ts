// Owns the proof that made cues are read as what they were made from, in every form, and that the
// manual cue is one of them.
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { CUE_MAKES, makeCue } from '../../../../src/main/core/marker/make-cue';
import { metadataOf, testCueBytes } from '../../../../src/main/core/marker/manual/test-cue';
import { text } from '../codec/byte-text';

const NOW = 1_795_000_000_000;
const input = {
  eventType: 'goal',
  gameId: '2026020417',
  teamId: 'NYR',
  period: 'OT',
  playerIds: ['8473419'],
  isOvertime: true,
  rivalry: false,
};
const metadata = metadataOf(input, NOW);
const FORMS = {
  json: 'json',
  'legacy-json': 'section+json',
  scte35: 'section+json',
  base64: 'base64',
  hex: 'hex',
};

describe('a made cue', () => {
  it.each(CUE_MAKES)('as %s says what it was made to say', (form) => {
    const bytes = makeCue(form, { metadata, eventId: 0xfedcba98, durationMs: 10_000 }, text);
    const readings = readDatagram(bytes, text);
    expect(readings).toMatchObject([{ ok: true, form: FORMS[form], metadata, heartbeat: false }]);
    const section = form !== 'json' && form !== 'legacy-json';
    if (!section) return;
    expect(readings).toMatchObject([
      {
        trust: 'high',
        section: {
          command: 'time_signal',
          cmd: { pts: null },
          descriptors: [{ event_id: 0xfedcba98, type_id: 0x34, duration: 900_000 }],
        },
      },
    ]);
  });

  it('of another type has that type', () => {
    const order = { metadata, eventId: 1, segmentationType: 0x38 };
    expect(readDatagram(makeCue('scte35', order, text), text)).toMatchObject([
      { section: { descriptors: [{ type_id: 0x38 }] } },
    ]);
  });
});

describe('a manual cue', () => {
  it('is a section with its own event id and what was typed, timed now', () => {
    const bytes = testCueBytes({ input, eventId: 42, text, nowMs: NOW });
    expect(bytes[0]).toBe(0xfc);
    expect(readDatagram(bytes, text)).toMatchObject([
      {
        ok: true,
        form: 'section+json',
        metadata: {
          eventType: 'goal',
          gameId: '2026020417',
          teamId: 'NYR',
          period: 'OT',
          playerIds: ['8473419'],
          timestampMs: NOW,
          context: { isOvertime: true, rivalry: false },
        },
        section: { descriptors: [{ event_id: 42, type_id: 0x34 }] },
      },
    ]);
  });

  it('says nothing that was not typed', () => {
    expect(metadataOf({ eventType: 'fight' }, null)).toEqual({
      eventType: 'fight',
      gameId: null,
      teamId: null,
      period: null,
      playerIds: [],
      timestampMs: null,
      context: {},
    });
    expect(metadataOf({ eventType: 'fight', period: 3 }, null).period).toBe('3');
  });
});
