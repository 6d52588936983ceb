// Owns proof of which slots the screen shows, of the spare time and of how it goes. Refuses a clock
// of its own: every moment is handed in.
import { describe, expect, it } from 'vitest';
import type { Auction } from '../../../src/contract/auction';
import {
  lastSlots,
  openSlots,
  slotBeside,
  spareOf,
  spareTrend,
  standingSlot,
} from '../../../src/renderer/src/live/slots';
import { inAll } from '../../../src/renderer/src/live/list/in-all';
import { auctionOf, moneyTotalOf } from '../records';

const AIR_BY = Date.parse('2026-11-20T02:42:05.000Z');
const SLOT_MS = 10_000;

describe('the standing slot', () => {
  it('is the newest decided one until its slot must be over', () => {
    const cancelled = auctionOf({ id: 'A-3', status: 'CANCELLED' });
    const open = auctionOf({ id: 'A-2', status: 'OPEN' });
    const list = [cancelled, open, auctionOf({ id: 'A-1' })];
    expect(standingSlot(list, AIR_BY - 1)?.id).toBe('A-1');
    expect(standingSlot(list, AIR_BY + SLOT_MS - 1)?.id).toBe('A-1');
    expect(standingSlot(list, AIR_BY + SLOT_MS)).toBeNull();
  });

  it('does not fall back to an older one once the newest has passed', () => {
    const passed = auctionOf({ id: 'A-2' });
    const slot = { ...passed.slot, airBy: '2026-11-20T03:00:00.000Z' };
    const older = auctionOf({ id: 'A-1', slot });
    expect(standingSlot([passed, older], AIR_BY + SLOT_MS)).toBeNull();
  });

  it('is not known without a clock', () => {
    expect(standingSlot([auctionOf()], null)).toBeNull();
  });
});

it('open auctions stand in the order of their close; what waits is not open', () => {
  const at = (id: string, endsAt: string) => auctionOf({ id, status: 'OPEN', endsAt });
  const list = [
    at('late', '2026-11-20T02:41:30.000Z'),
    auctionOf({ id: 'waits', status: 'CREATED', endsAt: null }),
    at('soon', '2026-11-20T02:41:20.000Z'),
    auctionOf({ id: 'closed' }),
  ];
  expect(openSlots(list).map(({ id }) => id)).toEqual(['soon', 'late']);
  expect(lastSlots(list).map(({ id }) => id)).toEqual(['late', 'soon', 'closed']);
});

describe('the last slots', () => {
  const slots = ['c', 'b', 'a'].map((id) => auctionOf({ id }));

  it('are twelve', () => {
    const many = Array.from({ length: 20 }, (_, at) => auctionOf({ id: `A-${20 - at}` }));
    expect(lastSlots(many).map(({ id }) => id)).toHaveLength(12);
    expect(lastSlots(many)[0]?.id).toBe('A-20');
  });

  it('are picked one beside the other, and the ends hold', () => {
    expect(slotBeside(slots, null, 1)?.id).toBe('c');
    expect(slotBeside(slots, 'gone', -1)?.id).toBe('c');
    expect(slotBeside(slots, 'c', 1)?.id).toBe('b');
    expect(slotBeside(slots, 'c', -1)?.id).toBe('c');
    expect(slotBeside(slots, 'a', 1)?.id).toBe('a');
    expect(slotBeside([], null, 1)).toBeNull();
  });
});

describe('spare time', () => {
  it('is what was left between the decision and air-by', () => {
    expect(spareOf(auctionOf())).toEqual({ spareMs: 44_500, ofMs: 45_000 });
  });

  it('is the engine’s own where it tells', () => {
    const margin = { spareMs: 7_400, ofMs: 8_000 };
    expect(spareOf(auctionOf({ margin }))).toEqual(margin);
    expect(spareOf(auctionOf({ margin: { spareMs: -3, ofMs: 90 } }))?.spareMs).toBe(0);
    expect(spareOf(auctionOf({ margin: { spareMs: -3, ofMs: -2 } }))).toBeNull();
  });

  it('is never negative, and unknown while open', () => {
    const late = auctionOf({ closedAt: '2026-11-20T02:42:06.000Z' });
    expect(spareOf(late)?.spareMs).toBe(0);
    expect(spareOf(auctionOf({ closedAt: null }))).toBeNull();
  });

  const leaving = (spareMs: number): Auction =>
    auctionOf({ closedAt: new Date(AIR_BY - spareMs).toISOString() });

  it('erodes before it is gone, and one low value is no trend', () => {
    const well = Array.from({ length: 6 }, () => leaving(40_000));
    expect(spareTrend(well).erodes).toBe(false);
    expect(spareTrend([leaving(30_000), ...well]).erodes).toBe(false);
    const eroding = spareTrend([leaving(30_000), leaving(32_000), leaving(34_000), ...well]);
    expect(eroding.erodes).toBe(true);
    expect(eroding.shares.at(-1)).toBeCloseTo(30 / 45);
    expect(eroding.beforeShare).toBeCloseTo(40 / 45);
  });

  it('has no trend in a few slots', () => {
    const few = [leaving(1_000), leaving(1_000), leaving(1_000), leaving(40_000)];
    expect(spareTrend(few)).toMatchObject({ erodes: false });
    expect(spareTrend(few).shares).toHaveLength(4);
  });
});

describe('what the slots came to', () => {
  const sum = (count: number, cents: number) => ({ count, cents });
  const totals = [
    moneyTotalOf({ currency: 'EUR', rehearsal: false, sold: sum(1, 50_00), decided: 1 }),
    moneyTotalOf({ rehearsal: false, sold: sum(1_200, 12_550_00), decided: 1_350 }),
    moneyTotalOf({ sold: sum(1, 70_00), decided: 2 }),
    moneyTotalOf({ currency: 'JPY', decided: 3 }),
  ];

  it('is the engine\u2019s own count, one sum a currency, however many rows there are', () => {
    expect(inAll(totals, 'ON_AIR')).toEqual({
      rehearsal: false,
      sold: 1_201,
      decided: 1_351,
      sums: ['50.00 EUR', '12,550.00 USD'],
    });
  });

  it('counts what was rehearsed apart, and nothing as nothing', () => {
    const rehearsed = inAll(totals, 'REHEARSAL');
    expect(rehearsed).toEqual({ rehearsal: true, sold: 1, decided: 5, sums: ['70.00 USD'] });
    expect(inAll([], null)).toEqual({ rehearsal: true, sold: 0, decided: 0, sums: [] });
  });
});
