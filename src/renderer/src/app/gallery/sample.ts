// Owns the made-up auction and price of the gallery. Refuses to look like a real one: its names are
// those of nobody, and nothing reads it but the gallery.
import type { Auction, Explain } from '../../../../contract/auction';

/** A slot sold with time to spare. */
export const SAMPLE: Auction = {
  seq: 1,
  id: 'A-0001',
  status: 'SOLD',
  format: 'first',
  kind: 'marker',
  markerId: 'M-000001',
  slot: { id: 'A-0001-1', kind: 'replay', durationMs: 10_000, airBy: '2026-01-01T00:00:45.000Z' },
  eventType: 'goal',
  gameId: 'G-1',
  teamId: 'SAMPLE',
  createdAt: '2026-01-01T00:00:00.000Z',
  openedAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2026-01-01T00:00:00.500Z',
  maxEndsAt: '2026-01-01T00:00:00.500Z',
  closedAt: '2026-01-01T00:00:00.502Z',
  recordedAt: '2026-01-01T00:00:00.505Z',
  closeLatenessMs: 2,
  valueCents: 700_000,
  floorCents: 700_000,
  currency: 'USD',
  bidCount: 2,
  winner: { bidderId: 'sample', name: 'Sample bidder', bidCents: 770_000 },
  priceCents: 770_000,
  reason: 'sold',
  rehearsal: true,
  ruleVersion: 'first-1',
};

/** The same with hardly any time left. */
export const LATE_SAMPLE: Auction = {
  ...SAMPLE,
  id: 'A-0002',
  status: 'UNSOLD',
  winner: null,
  priceCents: null,
  reason: 'no_bid',
  slot: { ...SAMPLE.slot, airBy: '2026-01-01T00:00:00.902Z' },
};

/** How its floor came about. */
export const SAMPLE_PRICE: Explain['price'] = {
  eventType: 'goal',
  bookVersion: 1,
  currency: 'USD',
  baseCents: 500_000,
  eventBps: 10_000,
  modifiers: [
    { name: 'close_game', bps: 14_000, holds: true, fact: 'stated true', source: 'marker' },
    { name: 'star_player', bps: 12_500, holds: false, fact: 'not stated', source: null },
  ],
  uncappedCents: 700_000,
  capCents: 5_000_000,
  valueCents: 700_000,
  reserveBps: 10_000,
  floorCents: 700_000,
  rounding: 'half-even',
};
