// Owns rows of every kind in the shapes of the contract, for the suite's small engine. Refuses to
// be plausible beyond what the contract demands; each row differs by its number.
import type { Auction, Bid, Explain } from '../../src/contract/auction';
import type { Machine, Preflight } from '../../src/contract/host/machine';
import type { Marker } from '../../src/contract/marker';
import type { PriceBookVersion } from '../../src/contract/price-book';
import type { Settlement } from '../../src/contract/settlement';
import type { HostFacts, Host, StoreHealth } from '../../src/main/flow/ports';
import type { LiveStats, Mode } from '../../src/contract/status';

/** A source whose clock runs a minute behind. */
export const STALE_SOURCE = '192.0.2.50';

/** What is told of it; `trustedBy` null while its own clock counts. */
export function staleSource(trustedBy: string | null): NonNullable<LiveStats['sources']>[number] {
  const at = '2026-11-21T00:00:00.000Z';
  const trusted = { trustedSince: trustedBy === null ? null : at, trustedBy };
  const staleInARow = trustedBy === null ? 2 : 0;
  return { address: STALE_SOURCE, staleInARow, offsetMs: -60_000, lastAt: at, ...trusted };
}

/** ISO time of the n-th second of the test night. */
export function timeAt(n: number): string {
  return new Date(Date.UTC(2026, 0, 1, 20, 0, 0) + n * 1_000).toISOString();
}

/** The n-th marker; every third is a duplicate. `rawBase64` can be made long. */
export function markerRow(n: number, rawBase64 = 'AAAA'): Marker {
  const duplicate = n % 3 === 0;
  return {
    seq: n,
    id: `M-${n}`,
    receivedAt: timeAt(n),
    decidedAt: timeAt(n),
    recordedAt: timeAt(n),
    source: { address: '127.0.0.1', port: 9999, protocol: 'udp' },
    form: 'section+json',
    status: duplicate ? 'DUPLICATE' : 'ACCEPTED',
    reason: duplicate ? 'duplicate' : null,
    eventType: 'goal_scored',
    gameId: 'game-1',
    teamId: 'NYR',
    playerIds: [],
    period: '2',
    timestamp: null,
    context: { closeGame: true },
    rawBase64,
    confirmation: null,
    auctionId: duplicate ? null : `A-${n}`,
    duplicateOf: duplicate ? `M-${n - 1}` : null,
    copies: 0,
    trust: 'high',
    warnings: [],
  };
}

/** The n-th auction: sold, save every fifth, which nobody could buy. */
export function auctionRow(n: number): Auction {
  const sold = n % 5 !== 0;
  return {
    seq: n,
    id: `A-${n}`,
    status: sold ? 'SOLD' : 'UNSOLD',
    format: 'first',
    kind: 'marker',
    markerId: `M-${n}`,
    slot: { id: `S-${n}`, kind: 'replay', durationMs: 10_000, airBy: timeAt(n + 45) },
    eventType: 'goal_scored',
    gameId: 'game-1',
    teamId: 'NYR',
    createdAt: timeAt(n),
    openedAt: timeAt(n),
    endsAt: timeAt(n + 1),
    maxEndsAt: timeAt(n + 1),
    closedAt: timeAt(n + 1),
    recordedAt: timeAt(n + 1),
    closeLatenessMs: 1.5,
    valueCents: 500_000,
    floorCents: 500_000,
    currency: 'USD',
    bidCount: sold ? 2 : 0,
    winner: sold ? { bidderId: 'B-1', name: 'Acme', bidCents: 510_000 } : null,
    priceCents: sold ? 510_000 : null,
    reason: sold ? 'sold' : 'no_eligible_bidder',
    rehearsal: true,
    ruleVersion: 'book 1',
  };
}

/** The bids of a sold auction, in order. */
export function bidRows(auctionId: string): Bid[] {
  const bid = { auctionId, currency: 'USD', placedAt: timeAt(1) };
  const bidders = { 'B-1': 'Acme', 'B-2': 'Borealis' };
  return Object.entries(bidders).map(([bidderId, name], index) => ({
    ...bid,
    id: `${auctionId}-${bidderId}`,
    bidderId,
    name,
    seq: index + 1,
    amountCents: index === 0 ? 510_000 : 505_000,
    status: index === 0 ? 'WON' : 'LOST',
    reason: index === 0 ? 'won' : 'outbid',
  }));
}

/** Why the auction ended as it did. */
export function explainRow({ id, status, reason }: Auction): Explain {
  const bidders = bidRows(id).map(({ bidderId, name, amountCents }, index) => ({
    bidderId,
    name,
    amountCents,
    outcome: index === 0 ? ('won' as const) : ('lost' as const),
    code: index === 0 ? 0 : 102,
    reason: index === 0 ? ('won' as const) : ('outbid' as const),
    minToWinCents: index === 0 ? null : 510_001,
  }));
  const price = {
    eventType: 'goal_scored',
    bookVersion: 1,
    currency: 'USD',
    baseCents: 500_000,
    eventBps: 10_000,
    modifiers: [],
    uncappedCents: 500_000,
    capCents: 5_000_000,
    valueCents: 500_000,
    reserveBps: 10_000,
    floorCents: 500_000,
    rounding: 'half-even' as const,
  };
  const sealed = { seedCommitment: 'c0ffee', seed: null };
  return { auctionId: id, status, reason, price, bidders, ...sealed };
}

/** The settlement of the n-th auction. */
export function settlementRow(n: number): Settlement {
  return {
    seq: n,
    id: `T-${n}`,
    auctionId: `A-${n}`,
    markerId: `M-${n}`,
    advertiserId: 'B-1',
    advertiser: 'Acme',
    eventType: 'goal_scored',
    createdAt: timeAt(n),
    status: 'DUE',
    grossCents: 510_000,
    agencyCommissionCents: 0,
    netCents: 510_000,
    taxCents: 0,
    totalDueCents: 510_000,
    currency: 'USD',
    means: 'invoice',
    orderId: `O-${n}`,
    gatewayId: null,
    attempts: [],
    aired: null,
    rehearsal: true,
  };
}

/** The first price book: one event, all modifiers. */
export function firstBook(): PriceBookVersion {
  const modifiers = {
    is_overtime: 15_000,
    is_playoffs: 20_000,
    is_finals: 30_000,
    star_player: 12_500,
    close_game: 14_000,
    rivalry: 13_000,
    late_period: 12_000,
  };
  const goal = {
    baseCents: 500_000,
    eventBps: 10_000,
    importance: 'critical' as const,
    enabled: true,
    minimumImportance: 'low' as const,
    minimumGapMs: 0,
    slotMs: 10_000,
    excludes: [],
  };
  const book = {
    currency: 'USD',
    events: { goal_scored: goal },
    aliases: { goal: 'goal_scored' },
    modifiers,
    exclusive: [['is_playoffs' as const, 'is_finals' as const]],
    capBps: 100_000,
    reserveBps: 10_000,
  };
  return { version: 1, name: 'Default', why: '', actor: 'engine', appliedAt: timeAt(0), book };
}

/** Live statistics of an engine in `mode` that has heard `total` markers. */
export function statsOf(mode: Mode, total: number): LiveStats {
  const none = { p50: 0, p99: 0, max: 0 };
  return {
    at: timeAt(0),
    demo: false,
    show: null,
    mode,
    modeSince: timeAt(0),
    trouble: null,
    held: false,
    heldSince: null,
    listeners: [],
    markers: { total, accepted: 0, duplicates: 0, rejected: 0, heartbeats: 0, perSecond: 0 },
    auctions: { open: 0, sold: 0, unsold: 0, cancelled: 0, aborted: 0 },
    settlements: { DUE: 0 },
    rates: { acceptedOfReceived: 0, soldOfClosed: 0 },
    queues: { intake: 0, store: 0, payments: 0, feeds: 0 },
    latencyMs: {
      receiveToDurable: none,
      receiveToOpen: none,
      closeToDurable: none,
      closeLateness: none,
    },
    loopDelayMs: { p50: 0, p99: 0 },
  };
}

/** What a small host knows: one card, a clock that never stepped, and room on the disk. */
export function hostFacts(part: Partial<HostFacts> = {}): HostFacts {
  const card = { name: 'eth0', addresses: ['10.0.0.2/24'], mac: '02:00:00:00:00:01' };
  const link = { loopback: false, link: 'up', speedMbits: 1_000, packetsPerSecond: 3 } as const;
  const versions = { version: '0.0.0-test', node: '24.0.0', electron: null, system: 'Linux 6' };
  return {
    cards: [{ ...card, ...link, listeners: ['udp-1'] }],
    clock: { source: 'system clock', steps: 0, lastStepAt: null, lastStepMs: null },
    disk: { freeBytes: 50_000_000_000, totalBytes: 90_000_000_000, floorBytes: 2_000_000_000 },
    host: {
      kind: 'headless',
      awake: null,
      ...versions,
      dataDir: '/data',
      startedAt: timeAt(0),
      memoryBytes: 80_000_000,
    },
    ...part,
  };
}

/** A host that knows those facts and has three lines of log. */
export function cannedHost(part: Partial<HostFacts> = {}): Host {
  const lines = [
    { level: 'info', component: 'engine', code: 'engine_started' },
    { level: 'warn', component: 'api', code: 'request_refused' },
    { level: 'error', component: 'listener', code: 'listener_down' },
  ] as const;
  const pace = { p50: 0.3, p99: 1.2, worst: 4, worstAtMs: Date.parse(timeAt(1)), trail: [1, 4] };
  return {
    facts: () => hostFacts(part),
    pace: () => pace,
    logLines: () => lines.map((line, n) => ({ at: timeAt(n), ...line, facts: { n } })),
  };
}

/** A store that is well. */
export const WELL_STORE: StoreHealth = {
  ok: true,
  detail: '',
  sqliteVersion: '3.51.3',
  journalRows: 12,
  bytes: 4_096,
  walBytes: 1_024,
  flushMs: { p50: 1, p99: 3.1, max: 9 },
  pace: null,
};

/** What the small engine runs on. */
export function machineRow(): Machine {
  const { p50, p99, worst, trail } = cannedHost().pace();
  const { sqliteVersion: sqlite, journalRows: rows, bytes, walBytes, flushMs } = WELL_STORE;
  return {
    at: timeAt(2),
    ...hostFacts(),
    threads: [{ thread: 'engine', p50, p99, worst, worstAt: timeAt(1), trail: [...trail] }],
    database: { sqlite, rows, bytes, walBytes, flushMs },
  };
}

/** A pre-flight in which nobody may buy. */
export function preflightRow(): Preflight {
  const detail = 'No bidder.';
  const stops = { id: 'buyers', name: 'Buyers ready', status: 'stops', detail } as const;
  const good = {
    id: 'clock',
    name: 'Clock',
    status: 'good',
    detail: 'no step',
    fix: null,
  } as const;
  return { at: timeAt(2), ready: false, checks: [good, { ...stops, fix: 'Add one.' }] };
}
