// Owns proof of the columns: source, pre-roll, duration, which copy of how many, the short words of
// the last column, and the marks of the scroll rail.
import { describe, expect, it } from 'vitest';
import {
  durationMs,
  preRollMs,
  repeatsOf,
  repeatText,
  secondsText,
  sourceInFull,
  sourceText,
} from '../../../src/renderer/src/markers/table/facts';
import { filtered, filterText, NO_FILTER } from '../../../src/renderer/src/markers/filter/filter';
import { MARKER_REASONS, type MarkerReason } from '../../../src/contract/reasons';
import { reasonInFull, resultText } from '../../../src/renderer/src/markers/table/result';
import {
  RAIL_PLACES,
  railMarks,
  railWindow,
} from '../../../src/renderer/src/markers/table/rail-marks';
import { auctionOf, markerOf } from '../records';

const MANUAL = markerOf({
  id: 'M-9',
  source: { address: '127.0.0.1', port: 0, protocol: 'manual:operator:anna' },
});

describe('the source', () => {
  it('is the address, or by hand and by whom', () => {
    expect(sourceText(markerOf())).toBe('10.41.7.30');
    expect(sourceInFull(markerOf())).toBe('10.41.7.30:5000 udp');
    expect(sourceText(MANUAL)).toBe('manual');
    expect(sourceInFull(MANUAL)).toBe('manual, fired by operator:anna');
  });

  it('is found by the word, and by who fired it, and not by a made-up address', () => {
    const all = [markerOf(), MANUAL];
    const found = (words: string) => filtered(all, { ...NO_FILTER, words });
    expect(found('manual')).toEqual([MANUAL]);
    expect(found('anna')).toEqual([MANUAL]);
    expect(found('127.0.0.1')).toEqual([]);
  });
});

describe('times of a cue', () => {
  it('pre-roll: to the splice, immediate, SCTE-104, DTMF; unknown where only a PTS is said', () => {
    const { receivedAt } = markerOf();
    expect(preRollMs({ receivedAt, spliceAt: '2026-11-20T02:41:27.980Z' })).toBe(8000);
    expect(preRollMs({ receivedAt, spliceAt: '2026-11-20T02:41:18.980Z' })).toBe(-1000);
    expect(preRollMs({ receivedAt, scte35: { cmd: { immediate: true } } })).toBe(0);
    expect(
      preRollMs({ receivedAt, scte104: { ops: [{ op: 'x', data: { pre_roll_time_ms: 8000 } }] } }),
    ).toBe(8000);
    const descriptors = [{ kind: 'avail' }, { kind: 'dtmf', preroll: 177 }];
    expect(preRollMs({ receivedAt, scte35: { cmd: {}, descriptors } })).toBe(17_700);
    expect(preRollMs({ receivedAt, scte35: { cmd: { pts: 900 } } })).toBeNull();
    expect(preRollMs({ receivedAt })).toBeNull();
  });

  it('duration: of the break, else of the segment', () => {
    const cmd = { break_duration: { auto_return: true, duration: 2_700_000 } };
    const descriptors = [{ kind: 'segmentation', duration: 1_350_000 }];
    expect(durationMs({ scte35: { cmd, descriptors } })).toBe(30_000);
    expect(durationMs({ scte35: { cmd: {}, descriptors } })).toBe(15_000);
    expect(durationMs({ scte35: { cmd: null, descriptors: 'odd' } })).toBeNull();
    expect(secondsText(30_000, 1)).toBe('30.0');
    expect(secondsText(null, 3)).toBe('\u2013');
  });
});

describe('repeats', () => {
  const copy = (id: string, duplicateOf: string) =>
    markerOf({ id, duplicateOf, status: 'DUPLICATE', reason: 'duplicate' });

  it('tell which copy of how many, in the order heard', () => {
    const newestFirst = [copy('M-4', 'M-1'), copy('M-3', 'M-1'), markerOf({ copies: 5 })];
    const repeats = repeatsOf(newestFirst);
    expect(repeatText(repeats.get('M-1'))).toBe('1/6');
    expect(repeatText(repeats.get('M-3'))).toBe('2/6');
    expect(repeatText(repeats.get('M-4'))).toBe('3/6');
  });

  it('do not wait for the count that is written once a second', () => {
    const repeats = repeatsOf([copy('M-2', 'M-1'), markerOf()]);
    expect(repeatText(repeats.get('M-2'))).toBe('2/2');
    expect(repeats.get('M-2')).toEqual({ nth: 2, of: 2 });
  });

  it('say so where the original is gone', () => {
    expect(repeatText(repeatsOf([copy('M-2', 'M-1')]).get('M-2'))).toBe('copy');
    expect(repeatText(repeatsOf([markerOf()]).get('M-1'))).toBe('1');
  });
});

describe('the last column', () => {
  it('is short for every reason there is, and the whole sentence is at hand', () => {
    for (const reason of Object.keys(MARKER_REASONS) as MarkerReason[]) {
      const marker = markerOf({ status: 'IGNORED', reason });
      expect(resultText(marker, undefined).length, reason).toBeLessThanOrEqual(24);
      expect(reasonInFull(marker)).toBe(MARKER_REASONS[reason]);
    }
  });

  it('names the byte of a fault, the original of a copy, the end of an auction', () => {
    const bad = markerOf({ status: 'INVALID', reason: 'crc', faultOffset: 47 });
    expect(resultText(bad, undefined)).toBe('CRC does not fit, byte 47');
    expect(reasonInFull(bad)).toBe('The CRC_32 does not fit the section. At byte 47.');
    const copy = markerOf({ status: 'DUPLICATE', reason: 'duplicate', duplicateOf: 'M-7' });
    expect(resultText(copy, undefined)).toBe('copy of M-7');
    const sold = markerOf({ auctionId: 'A-0218' });
    expect(resultText(sold, auctionOf())).toBe('A-0218 sold 14,250.00');
    expect(resultText(sold, undefined)).toBe('A-0218');
    expect(resultText(markerOf(), undefined)).toBe('started nothing');
  });
});

describe('the filter', () => {
  it('says what it asks for', () => {
    expect(filterText(NO_FILTER)).toBe('');
    const all = { words: ' crc ', status: 'INVALID', starred: true } as const;
    expect(filterText(all)).toBe('starred, invalid, with \u201ccrc\u201d');
  });

  it('shows the starred alone', () => {
    const all = [markerOf({ id: 'M-1' }), markerOf({ id: 'M-2' })];
    const starred = (marker: { id: string }): boolean => marker.id === 'M-2';
    expect(filtered(all, { ...NO_FILTER, starred: true }, starred)).toEqual([all[1]]);
  });
});

describe('the scroll rail', () => {
  const all = (status: 'ACCEPTED' | 'DUPLICATE', count: number) =>
    Array.from({ length: count }, () => ({ status }));

  it('marks faults and what was taken, a fault first, never more than it has places', () => {
    const list = [...all('ACCEPTED', 9_999), { status: 'INVALID' as const }];
    const marks = railMarks(list);
    expect(marks).toHaveLength(RAIL_PLACES);
    expect(marks.filter(({ fault }) => fault)).toEqual([{ place: RAIL_PLACES - 1, fault: true }]);
    expect(railMarks(all('DUPLICATE', 50))).toEqual([]);
    expect(railMarks([])).toEqual([]);
  });

  it('frames the part that is seen', () => {
    expect(railWindow({ topPx: 0, heightPx: 0, wholePx: 0 })).toEqual({
      from: 0,
      size: RAIL_PLACES,
    });
    const half = railWindow({ topPx: 500, heightPx: 500, wholePx: 1000 });
    expect(half).toEqual({ from: RAIL_PLACES / 2, size: RAIL_PLACES / 2 });
    const over = railWindow({ topPx: 990, heightPx: 100, wholePx: 1000 });
    expect(over.from + over.size).toBeLessThanOrEqual(RAIL_PLACES);
  });
});
