// Owns an answer of the engine about itself, for tests that need one of the right shape.
// Refuses to mean anything: every number is zero unless it is given.
import type { Listener, LiveStats } from '../../../../src/contract/status';
import { listenerOf } from '../../../fixtures/listener';

const AT = '2026-03-01T20:00:00.000Z';
const NONE = { p50: 0, p99: 0, max: 0 };

/** Live statistics of an engine with one UDP listener on port 9999 that counted so much. */
export function liveStats(counts: Partial<Listener>): LiveStats {
  return {
    at: AT,
    demo: false,
    show: null,
    mode: 'REHEARSAL',
    modeSince: AT,
    trouble: null,
    held: false,
    heldSince: null,
    listeners: [listenerOf(counts)],
    markers: { total: 0, accepted: 0, duplicates: 0, rejected: 0, heartbeats: 0, perSecond: 0 },
    auctions: { open: 0, sold: 0, unsold: 0, cancelled: 0, aborted: 0 },
    settlements: {},
    rates: { acceptedOfReceived: 0, soldOfClosed: 0 },
    queues: { intake: 0, store: 0, payments: 0, feeds: 0 },
    latencyMs: {
      receiveToDurable: NONE,
      receiveToOpen: NONE,
      closeToDurable: NONE,
      closeLateness: NONE,
    },
    loopDelayMs: { p50: 0, p99: 0 },
  };
}
