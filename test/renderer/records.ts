// Owns whole, plausible records for the console's tests; a test states only what matters to it.
// Refuses to be clever: every field has one plain value.
import type { Auction, Explain } from '../../src/contract/auction';
import type { Marker } from '../../src/contract/marker';
import type { Settlement } from '../../src/contract/settlement';
import type { Listener, LiveStats, MoneyTotal } from '../../src/contract/status';
import * as fixtures from '../fixtures/listener';

/** A listener under the name the lamps show. */
export function listenerOf(part: Partial<Listener> = {}): Listener {
  return fixtures.listenerOf({ id: 'udp', ...part });
}

const AT = '2026-11-20T02:41:19.980Z';

export function auctionOf(part: Partial<Auction> = {}): Auction {
  return {
    seq: 1,
    id: 'A-0218',
    status: 'SOLD',
    format: 'first',
    kind: 'marker',
    markerId: 'M-1',
    slot: { id: 'SL-1', kind: 'replay', durationMs: 10_000, airBy: '2026-11-20T02:42:05.000Z' },
    eventType: 'power_play_goal',
    gameId: 'G-1',
    teamId: 'HCG',
    createdAt: '2026-11-20T02:41:20.000Z',
    openedAt: '2026-11-20T02:41:20.000Z',
    endsAt: '2026-11-20T02:41:20.500Z',
    maxEndsAt: '2026-11-20T02:41:20.500Z',
    closedAt: '2026-11-20T02:41:20.500Z',
    recordedAt: '2026-11-20T02:41:20.503Z',
    closeLatenessMs: 0.4,
    valueCents: 1_310_400,
    floorCents: 1_310_400,
    currency: 'USD',
    bidCount: 3,
    winner: { bidderId: 'b1', name: 'Kestrelair', bidCents: 1_425_000 },
    priceCents: 1_425_000,
    reason: 'sold',
    rehearsal: true,
    ruleVersion: 'first-1',
    ...part,
  };
}

export function explainOf(part: Partial<Explain> = {}): Explain {
  return {
    auctionId: 'A-0218',
    status: 'SOLD',
    reason: 'sold',
    price: {
      eventType: 'power_play_goal',
      bookVersion: 3,
      currency: 'USD',
      baseCents: 600_000,
      eventBps: 10_000,
      modifiers: [
        { name: 'rivalry', bps: 13_000, holds: true, fact: 'stated', source: 'marker' },
        { name: 'star_player', bps: 12_500, holds: false, fact: 'silent', source: null },
      ],
      uncappedCents: 780_000,
      capCents: 6_000_000,
      valueCents: 780_000,
      reserveBps: 10_000,
      floorCents: 780_000,
      rounding: 'half-even',
    },
    bidders: [],
    seedCommitment: null,
    seed: null,
    ...part,
  };
}

export function markerOf(part: Partial<Marker> = {}): Marker {
  return {
    seq: 1,
    id: 'M-1',
    receivedAt: AT,
    decidedAt: AT,
    recordedAt: AT,
    source: { address: '10.41.7.30', port: 5000, protocol: 'udp' },
    form: 'json',
    status: 'ACCEPTED',
    reason: null,
    eventType: 'goal_scored',
    gameId: 'G-1',
    teamId: 'HCG',
    playerIds: [],
    period: null,
    timestamp: null,
    context: {},
    rawBase64: '',
    confirmation: null,
    auctionId: null,
    duplicateOf: null,
    copies: 0,
    trust: 'high',
    warnings: [],
    ...part,
  };
}

export function settlementOf(part: Partial<Settlement> = {}): Settlement {
  return {
    seq: 1,
    id: 'S-1',
    auctionId: 'A-0218',
    markerId: 'M-1',
    advertiserId: 'b1',
    advertiser: 'Kestrelair',
    eventType: 'goal_scored',
    createdAt: AT,
    status: 'DUE',
    grossCents: 1_000,
    agencyCommissionCents: 0,
    netCents: 1_000,
    taxCents: 0,
    totalDueCents: 1_000,
    currency: 'USD',
    means: 'card',
    orderId: 'O-1',
    gatewayId: null,
    attempts: [],
    aired: null,
    rehearsal: false,
    ...part,
  };
}

const LATENCY = { p50: 1, p99: 2.8, max: 4 };

export function statusOfEngine(part: Partial<LiveStats> = {}): LiveStats {
  return {
    at: AT,
    demo: false,
    show: null,
    mode: 'REHEARSAL',
    modeSince: AT,
    trouble: null,
    held: false,
    heldSince: null,
    listeners: [listenerOf()],
    markers: { total: 0, accepted: 0, duplicates: 0, rejected: 0, heartbeats: 0, perSecond: 0 },
    auctions: { open: 0, sold: 0, unsold: 0, cancelled: 0, aborted: 0 },
    settlements: {},
    rates: { acceptedOfReceived: 0, soldOfClosed: 0 },
    queues: { intake: 0, store: 0, payments: 0, feeds: 0 },
    latencyMs: {
      receiveToDurable: LATENCY,
      receiveToOpen: LATENCY,
      closeToDurable: LATENCY,
      closeLateness: LATENCY,
    },
    loopDelayMs: { p50: 0.3, p99: 1.2 },
    ...part,
  };
}

/** Sums of one currency and kind: rehearsed, in USD, and nothing in them. */
export function moneyTotalOf(part: Partial<MoneyTotal> = {}): MoneyTotal {
  const nothing = { count: 0, cents: 0 };
  return {
    ...{ currency: 'USD', rehearsal: true, decided: 0, states: {} },
    ...{ sold: nothing, gross: nothing, due: nothing, gateway: nothing },
    ...part,
  };
}
