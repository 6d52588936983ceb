// Owns a small marker as a draft, for tests that need many rows. Refuses to stand for the codec:
// the facts are made up.
import type { MarkerIdentity } from '../../../../src/main/core/marker/marker-identity';
import type { Draft } from '../../../../src/main/core/ledger/entries';

const START_MS = Date.UTC(2026, 10, 20, 19, 0, 0);

/** What a test may say about its marker. */
export interface MarkerWish {
  readonly status?: 'IGNORED' | 'ACCEPTED' | 'DUPLICATE';
  readonly receivedAtMs?: number;
  readonly auctionId?: string;
  readonly identity?: MarkerIdentity;
}

/** The draft of marker number `n`. */
export function markerDraft(n: number, wish: MarkerWish = {}): Draft<'marker-recorded'> {
  const { status = 'IGNORED', receivedAtMs = START_MS + n, auctionId = null } = wish;
  const id = `M-${String(n).padStart(6, '0')}`;
  const marker = {
    id,
    source: { address: '127.0.0.1', port: 40_000, protocol: 'udp' },
    form: 'json' as const,
    status,
    reason: status === 'IGNORED' ? ('setup' as const) : null,
    eventType: 'goal_scored',
    gameId: `game-${n}`,
    teamId: 'NYR',
    playerIds: ['p1'],
    period: '3',
    timestamp: null,
    context: { closeGame: true },
    rawBase64: Buffer.from(`{"event_type":"goal","game_id":"game-${n}"}`).toString('base64'),
    confirmation: null,
    auctionId,
    duplicateOf: null,
    copies: 0,
    trust: 'low' as const,
    warnings: [],
    receivedAtMs,
    decidedAtMs: receivedAtMs,
    identity: wish.identity ?? { kind: 'json' as const, key: `goal|game-${n}`, timestampMs: null },
  };
  const origin = { actor: 'source:127.0.0.1', cause: 'datagram' };
  const times = { arrivedAtMs: receivedAtMs, decidedAtMs: receivedAtMs };
  return { type: 'marker-recorded', body: { marker }, ...origin, ...times };
}
