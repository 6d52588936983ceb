// Owns proof of the lanes: what stands on them and where, which words have room, and that time is
// never added up. Refuses a browser: all of it is reckoned without one.
import { describe, expect, it } from 'vitest';
import { chargeOf } from '../../../src/renderer/src/live/lanes/lane-look';
import {
  keepPlaced,
  placeMarks,
  pxPerMs,
  shiftPx,
  type PlacedMark,
} from '../../../src/renderer/src/live/lanes/lane-layout';
import { laneMarks, type LaneFacts } from '../../../src/renderer/src/live/lanes/lane-marks';
import { auctionOf, markerOf, settlementOf } from '../records';

const NOW = Date.parse('2026-11-20T02:41:30.000Z');
const WIDTH = 900;

function marksOf(facts: Partial<LaneFacts>) {
  const none = { markers: [], auctions: [], settlements: [] };
  return laneMarks({ ...none, nowMs: NOW, fromMs: NOW - 67_500, toMs: NOW + 22_500, ...facts });
}

function placed(facts: Partial<LaneFacts>): readonly PlacedMark[] {
  return placeMarks(marksOf(facts), NOW, WIDTH);
}

describe('what stands on the lanes', () => {
  it('is a cue with its repeats, and a copy is no cue of its own', () => {
    const markers = [
      markerOf({ id: 'M-1', copies: 9 }),
      markerOf({ id: 'M-2', status: 'DUPLICATE', duplicateOf: 'M-1' }),
      markerOf({ id: 'M-3', status: 'INVALID', eventType: null }),
      markerOf({ id: 'M-4', status: 'QUARANTINED' }),
      markerOf({ id: 'M-5', status: 'IGNORED' }),
    ];
    const looks = marksOf({ markers }).map(({ key, look, repeats }) => [key, look, repeats]);
    expect(looks).toEqual([
      ['M-1', 'tick', 3],
      ['M-3', 'hollow', 0],
      ['M-4', 'hollow', 0],
      ['M-5', 'idle', 0],
    ]);
  });

  it('is an auction, its winner, its slot by its air-by time, and what is owed', () => {
    const auctions = [auctionOf({ rehearsal: false })];
    const settlements = [settlementOf({ createdAt: '2026-11-20T02:41:20.500Z' })];
    const marks = marksOf({ auctions, settlements, toMs: NOW + 60_000 });
    expect(marks.map(({ lane, look, label }) => [lane, look, label])).toEqual([
      ['AUCTION', 'closed', 'A-0218'],
      ['WINNER', 'won', 'Kestrelair'],
      ['CHARGE', 'dashed', 'due'],
      ['AIR', 'planned', 'A-0218'],
    ]);
    const air = marks.at(-1);
    expect(air?.atMs).toBe(Date.parse('2026-11-20T02:42:05.000Z'));
    expect((air?.toMs ?? 0) - (air?.atMs ?? 0)).toBe(10_000);
  });

  it('says what is next while it is open, and claims air only when it is told', () => {
    const open = auctionOf({ status: 'OPEN', closedAt: null, winner: null, priceCents: null });
    const facts = { toMs: NOW + 60_000 };
    const next = marksOf({ ...facts, auctions: [open] });
    expect(next.map(({ look, label }) => `${look} ${label}`)).toEqual([
      'open A-0218 open',
      'next NEXT',
    ]);
    const told = marksOf({
      ...facts,
      auctions: [auctionOf()],
      settlements: [settlementOf({ aired: 'AIRED' })],
    });
    expect(told.find(({ lane }) => lane === 'AIR')?.look).toBe('aired');
    const unsold = auctionOf({ status: 'UNSOLD', winner: null, priceCents: null });
    expect(marksOf({ ...facts, auctions: [unsold] }).map(({ look }) => look)).toEqual(['unsold']);
  });

  it('is only what lies in the window', () => {
    const old = markerOf({ receivedAt: '2026-11-20T02:40:00.000Z' });
    const far = auctionOf();
    expect(marksOf({ markers: [old] })).toEqual([]);
    expect(marksOf({ auctions: [far] }).some(({ lane }) => lane === 'AIR')).toBe(false);
  });

  it('never calls what was rehearsed a charge, and asks for attention where nobody knows', () => {
    expect(chargeOf({ status: 'CHARGED', rehearsal: true })).toEqual({
      look: 'square',
      word: 'written',
    });
    expect(chargeOf({ status: 'UNKNOWN', rehearsal: false }).look).toBe('unknown');
    expect(chargeOf({ status: 'FROZEN', rehearsal: false }).look).toBe('frozen');
  });
});

describe('where it stands', () => {
  const cue = (id: string, s: number, part = {}) =>
    markerOf({ id, receivedAt: new Date(NOW + s * 1_000).toISOString(), ...part });

  it('has the word at the left, at the right where that is taken, and else none', () => {
    const sides = placed({ markers: [cue('a', -40), cue('b', -39), cue('c', -38)] });
    expect(sides.map(({ key, side }) => [key, side])).toEqual([
      ['a', 'left'],
      ['b', null],
      ['c', 'right'],
    ]);
  });

  it('never writes one word over another, in a burst either', () => {
    const markers = Array.from({ length: 40 }, (_, n) =>
      cue(`M-${n}`, n * 1.7 - 66, { copies: 2 }),
    );
    const spans = placed({ markers }).flatMap(({ side, xPx, widthPx, label }) => {
      const px = label.length * 7;
      if (side === 'left') return [[xPx - 6 - px, xPx - 6]];
      return side === 'right' ? [[xPx + widthPx + 6, xPx + widthPx + 6 + px]] : [];
    });
    expect(spans.length).toBeGreaterThan(1);
    for (const [at, [from = 0, to = 0]] of spans.entries()) {
      for (const [otherFrom = 0, otherTo = 0] of spans.slice(at + 1)) {
        expect(to <= otherFrom || from >= otherTo).toBe(true);
      }
    }
  });

  it('says the amount alone where the buyer has no room', () => {
    const auctions = [0, 1].map((n) => {
      const closedAt = new Date(NOW - 20_000 + n * 9_000).toISOString();
      return auctionOf({ id: `A-${n}`, closedAt, openedAt: closedAt });
    });
    const named = auctions.map((auction) => ({
      ...auction,
      winner: { bidderId: 'b', name: 'A buyer of a very long name', bidCents: 1 },
    }));
    const words = placed({ auctions: named }).filter(({ lane }) => lane === 'WINNER');
    expect(words.map(({ label, low }) => [label, low])).toEqual([
      ['A buyer of a very long name', '14,250.00'],
      ['14,250.00', ''],
    ]);
  });

  it('says the word of a row of charges once', () => {
    const settlements = [0, 1, 2].map((n) =>
      settlementOf({ id: `S-${n}`, createdAt: new Date(NOW - 40_000 + n * 9_000).toISOString() }),
    );
    const words = placed({ settlements }).map(({ label }) => label);
    expect(words).toEqual(['due', '', '']);
  });

  it('moves by whole px from the time alone', () => {
    expect(pxPerMs(WIDTH)).toBe(0.01);
    expect(shiftPx(NOW, NOW, WIDTH)).toBe(675);
    expect(shiftPx(NOW + 149, NOW, WIDTH)).toBe(674);
    expect(shiftPx(NOW + 3_600_000, NOW, WIDTH)).toBe(675 - 36_000);
  });
});

describe('many marks', () => {
  const cueAt = (n: number, ms: number) =>
    markerOf({ id: `M-${n}`, receivedAt: new Date(NOW - ms).toISOString() });

  it('of one look and less than 2 px apart are one, which says how many it is', () => {
    const markers = [cueAt(1, 50_000), cueAt(2, 49_950), cueAt(3, 49_900), cueAt(4, 40_000)];
    const drawn = placed({ markers });
    expect(drawn.map(({ key }) => key)).toEqual(['M-1', 'M-4']);
    expect(drawn[0]?.title).toMatch(/, and 2 more at once$/u);
    const mixed = [cueAt(1, 50_000), { ...cueAt(2, 49_950), status: 'INVALID' as const }];
    expect(placed({ markers: mixed })).toHaveLength(2);
  });

  it('that stand as they stood are the same objects, so that only new ones are drawn', () => {
    const first = [cueAt(1, 50_000), cueAt(2, 30_000)];
    const before = placed({ markers: first });
    const after = keepPlaced(before, placed({ markers: [...first, cueAt(3, 500)] }));
    expect(after).toHaveLength(3);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    const moved = keepPlaced(before, placeMarks(marksOf({ markers: first }), NOW, WIDTH * 2));
    expect(moved[0]).not.toBe(before[0]);
  });

  it('are looked at in records once: the same record gives the same mark', () => {
    const markers = [cueAt(1, 50_000)];
    expect(marksOf({ markers })[0]).toBe(marksOf({ markers })[0]);
  });
});
