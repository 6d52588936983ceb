// Owns proof of how the manual cues of a show are told: who, which pad, what became of each, and
// what only this console knows; and of the words of a plan.
import { describe, expect, it } from 'vitest';
import type { CuePlan } from '../../../src/contract/auction';
import type { Marker } from '../../../src/contract/marker';
import { toldLater, toldOfShot, type CueNote } from '../../../src/renderer/src/cue/cue-log';
import { floorTrace, openWarning, sellsText } from '../../../src/renderer/src/cue/fire/plan-words';
import { historyRows, manualSource } from '../../../src/renderer/src/cue/history/history';
import { auctionOf, explainOf, markerOf } from '../records';

const ID = 0x7f000012;

function manual(part: Partial<Marker>, pad = '#slot-start'): Marker {
  return markerOf({
    source: { address: '127.0.0.1', port: 0, protocol: `manual:owner${pad}` },
    scte35: { command: 'splice_insert', cmd: { event_id: ID } },
    auctionId: null,
    duplicateOf: null,
    ...part,
  });
}

const told = (markers: Marker[], auctions = [auctionOf()]) =>
  historyRows({ markers, auctions }, []).map(({ what, result, state }) => [what, result, state]);

const cue = {
  hex: 'fc'.repeat(98),
  form: 'section',
  command: 'splice_insert',
  segmentationType: null,
  eventId: ID,
  durationMs: null,
  crc32: '00',
} as const;
const slot = { kind: 'spot', eventType: 'fight', teamId: 'HCG', durationMs: 15_000 } as const;
const plan: CuePlan = { happens: 'Starts it.', slot, price: null, auction: null, waitMs: 0 };

describe('the manual cues of a show', () => {
  it('are those with a manual source, by whom and by which pad', () => {
    expect(manualSource('udp')).toBeNull();
    expect(manualSource('manual:owner')).toEqual({ by: 'owner', pad: null });
    expect(manualSource('manual:desk:2#out-30')).toEqual({ by: 'desk:2', pad: 'out-30' });
    const rows = historyRows({ markers: [markerOf(), manual({ id: 'M-2' })], auctions: [] }, []);
    expect(rows).toMatchObject([{ key: 'M-2', by: 'owner', what: 'Slot start' }]);
    expect(rows[0]?.idHex).toBe('0x7F000012');
  });

  it('follow the auction to its end', () => {
    const opened = manual({ auctionId: 'A-0218', status: 'ACCEPTED', reason: null });
    expect(told([opened], [])).toEqual([['Slot start', 'opens A-0218', 'fired']]);
    expect(told([opened])).toEqual([
      ['Slot start', 'A-0218 sold 14,250.00 to Kestrelair', 'fired'],
    ]);
    const cancelled = auctionOf({ status: 'CANCELLED', winner: null, reason: 'cancelled' });
    const [[, , state] = []] = told([opened], [cancelled]);
    expect(state).toBe('cancelled');
    const cancel = manual({ id: 'M-3', status: 'IGNORED', reason: 'cancels_auction' }, '#cancel');
    expect(told([cancel, opened], [cancelled])[0]).toEqual([
      'Cancel last',
      'cancelled A-0218',
      'fired',
    ]);
  });

  it('tell an end, a copy, and one that started nothing', () => {
    const rows = told([
      manual({ status: 'IGNORED', reason: 'ends_slot' }, '#in'),
      manual({ status: 'DUPLICATE', reason: 'duplicate', duplicateOf: 'M-1' }, '#replay'),
      manual({ status: 'IGNORED', reason: 'held', eventType: 'fight' }, ''),
    ]);
    expect(rows).toEqual([
      ['In now', 'ended the slot of 0x7F000012', 'fired'],
      ['Replay last', 'a copy of M-1, no auction', 'duplicate'],
      ['Fight', 'New auctions were held by the operator.', 'ignored'],
    ]);
  });

  it('have what only this console knows beside them, newest first and none twice', () => {
    const answer = { markerId: null, status: 'ACCEPTED', reason: null, auctionId: null } as const;
    const notes: CueNote[] = [
      { n: 3, pad: 'in', atMs: 9, result: { kind: 'refused', sentence: 'One a second.' } },
      {
        n: 2,
        pad: 'out-30',
        atMs: 7,
        result: { kind: 'dry run', answer: { ...answer, cue, plan } },
      },
      {
        n: 1,
        pad: 'cancel',
        atMs: 5,
        result: { kind: 'heard', answer: { ...answer, markerId: 'M-1', cue, plan: null } },
      },
    ];
    const rows = historyRows({ markers: [manual({ id: 'M-1' })], auctions: [] }, notes);
    expect(rows.map(({ state }) => state)).toEqual(['fired', 'refused', 'dry run']);
    expect(rows[2]?.result).toBe('would sell Fight, HCG, 15 s slot: 98 bytes, nothing sent');
  });
});

describe('a plan', () => {
  it('tells the slot, the floor with what holds, and a second auction', () => {
    expect(sellsText({ ...slot, teamId: null })).toBe('Fight, 15 s slot');
    expect(floorTrace(explainOf().price)).toBe('6,000.00 × rivalry 1.30');
    const auction = { format: 'first', durationMs: 500, bidders: 3, open: 1, mostOpen: 10 };
    expect(openWarning({ ...plan, auction }, ['A-0219'])).toBe(
      'A-0219 is still open. This would be the second auction at once, of 10 allowed.',
    );
    expect(openWarning({ ...plan, auction: { ...auction, open: 0 } }, [])).toBeNull();
    expect(openWarning(plan, ['A-0219'])).toBeNull();
  });
});

describe('a shot without an answer', () => {
  const heard = { markerId: 'M-1', status: 'ACCEPTED', reason: null, auctionId: 'A-0001' } as const;
  const good = { ok: true, value: { ...heard, cue, plan: null } } as const;
  const refused = (code: string, data?: unknown) =>
    ({ ok: false, code, sentence: 'No.', data }) as const;
  const FIRED_MS = Date.parse('2026-11-20T02:00:00.000Z');
  const keysSince = (minute: number) =>
    refused('unknown_key', { keysSince: new Date(FIRED_MS + minute * 60_000).toISOString() });

  it('may have been fired, unless nothing was sent or the engine said no', () => {
    expect(toldOfShot(good)).toMatchObject({ kind: 'heard' });
    for (const code of ['lost', 'link']) {
      expect(toldOfShot(refused(code))).toMatchObject({ kind: 'unknown' });
    }
    for (const code of ['no_link', 'pad_changed', 'desk_locked']) {
      expect(toldOfShot(refused(code))).toEqual({ kind: 'refused', sentence: 'No.' });
    }
    const note: CueNote = { n: 1, pad: 'in', atMs: 1, result: toldOfShot(refused('lost')) };
    const [row] = historyRows({ markers: [], auctions: [] }, [note]);
    expect(row).toMatchObject({ state: 'unknown', what: 'In now' });
    expect(row?.result).toContain('may have been fired');
  });

  it('is asked for until the engine says what became of it', () => {
    for (const code of ['lost', 'link', 'no_link', 'desk_locked', 'stopping']) {
      expect(toldLater(refused(code), FIRED_MS)).toBeNull();
    }
    expect(toldLater(good, FIRED_MS)).toMatchObject({ kind: 'heard' });
    expect(toldLater(keysSince(-1), FIRED_MS)).toEqual({ kind: 'refused', sentence: 'No.' });
    expect(toldLater(keysSince(1), FIRED_MS)).toMatchObject({ kind: 'unknown' });
    expect(toldLater(keysSince(-1), null)).toMatchObject({ kind: 'unknown' });
  });
});
