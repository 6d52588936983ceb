// Owns proof of which slots the tiles show and of the spare time. Refuses a clock of its own: every
// moment is handed in.
import { describe, expect, it } from 'vitest';
import { openSlots, spareOf, standingSlot } from '../../../src/renderer/src/live/slots';
import { auctionOf } from '../records';

const AIR_BY = Date.parse('2026-11-20T02:42:05.000Z');

describe('the standing slot', () => {
  it('is the newest decided one until its air-by time', () => {
    const cancelled = auctionOf({ id: 'A-3', status: 'CANCELLED' });
    const open = auctionOf({ id: 'A-2', status: 'OPEN' });
    const sold = auctionOf({ id: 'A-1' });
    const list = [cancelled, open, sold];
    expect(standingSlot(list, AIR_BY - 1)?.id).toBe('A-1');
    expect(standingSlot(list, AIR_BY)).toBeNull();
  });

  it('does not fall back to an older one once the newest has passed', () => {
    const passed = auctionOf({ id: 'A-2' });
    const slot = { ...passed.slot, airBy: '2026-11-20T03:00:00.000Z' };
    expect(standingSlot([passed, auctionOf({ id: 'A-1', slot })], AIR_BY)).toBeNull();
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
});

describe('spare time', () => {
  it('is what was left between the decision and air-by', () => {
    expect(spareOf(auctionOf())).toEqual({ spareMs: 44_500, ofMs: 45_000 });
  });

  it('is never negative, and unknown while open', () => {
    const late = auctionOf({ closedAt: '2026-11-20T02:42:06.000Z' });
    expect(spareOf(late)?.spareMs).toBe(0);
    expect(spareOf(auctionOf({ closedAt: null }))).toBeNull();
  });
});
