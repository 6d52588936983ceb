// Owns how memory is built from what the journal holds: purses, the duplicate rule's recall,
// counters. Refuses to guess: a truck without an id, a mode or a price book was never founded.
import { must } from '../../core/lib/assert';
import type { MarkerFacts } from '../../core/ledger/entries';
import { Purses } from '../../core/ledger/purses';
import { createRecall } from '../../core/marker/duplicates';
import { NO_TRAIL, trailed } from '../../core/marker/manual/cue-trail';
import { SlotsCued } from '../../core/marker/timing/slots-cued';
import type { Snapshot } from '../ports';
import { newQuarantine } from '../truck/quarantine-memory';
import { heldTotals } from '../truck/money-totals';
import type { Memory, Truck } from '../truck/truck';

/** Markers whose copies are counted again after a start; older ones are only recognised. */
const COPIED_MOST = 5_000;

/** A memory as the snapshot has it, with a boot id of its own. */
export function memoryOf(truck: Truck, snapshot: Snapshot): Memory {
  const { clock, random, rules } = truck.ports;
  const memory: Memory = {
    bootId: random(8),
    truckId: must(snapshot.truckId, 'a founded truck has an id'),
    mode: must(snapshot.mode, 'a founded truck has a mode'),
    hold: snapshot.hold,
    book: must(snapshot.book, 'a founded truck has a price book'),
    bidders: new Map(snapshot.bidders.map((bidder) => [bidder.bidderId, bidder])),
    purses: new Purses({
      purses: snapshot.purses,
      unfinished: snapshot.unfinished.map(({ state }) => state),
    }),
    recall: createRecall({ jsonWindowMs: rules.jsonWindowMs, staleMs: rules.staleMs }),
    copied: new Map(),
    copiedSince: new Set(),
    copyRows: [],
    open: new Map(),
    waiting: [],
    slots: new SlotsCued(),
    lastOfEvent: new Map(),
    counters: { ...snapshot.counters },
    auctionCounts: { ...snapshot.auctionCounts },
    settlementCounts: { ...snapshot.settlementCounts },
    totals: heldTotals(snapshot.totals),
    alarms: new Set(),
    rejects: new Map(),
    rejectRows: 0,
    rejectsSinceMs: clock.wallMs(),
    manual: { lastMonoMs: -Infinity, next: null, keysSinceMs: clock.wallMs(), answers: new Map() },
    quarantine: newQuarantine({ jsonWindowMs: rules.jsonWindowMs, staleMs: rules.staleMs }),
    trail: NO_TRAIL,
    waitingArmed: false,
    lossAwaited: false,
    copiedBytes: 0,
  };
  recallMarkers(memory, snapshot);
  return memory;
}

function recallMarkers(memory: Memory, snapshot: Snapshot): void {
  const copiedFrom = snapshot.recentMarkers.length - COPIED_MOST;
  snapshot.recentMarkers.forEach((facts, at) => {
    const { id, identity, receivedAtMs, copies, eventType, status, seq, recordedAtMs } = facts;
    if (status === 'ACCEPTED' && eventType !== null)
      memory.lastOfEvent.set(eventType, receivedAtMs);
    if (facts.duplicateOf === null) memory.trail = trailed(memory.trail, facts);
    if (identity === null) return;
    recallSlot(memory, facts);
    const { recall } = status === 'QUARANTINED' ? memory.quarantine : memory;
    recall.remember({ markerId: id, identity, receivedAtMs });
    if (at < copiedFrom) return;
    const place = { seq, recordedAtMs };
    memory.copied.set(id, { facts, reading: null, place, copies, rows: copies });
    memory.copiedBytes += facts.rawBase64.length;
  });
}

function recallSlot({ slots }: Memory, facts: MarkerFacts): void {
  const { auctionId, endsAuctionId, identity, spliceAt, receivedAtMs } = facts;
  if (endsAuctionId !== undefined) slots.close(endsAuctionId);
  if (auctionId === null) return;
  const startsAtMs = spliceAt === undefined ? receivedAtMs : Date.parse(spliceAt);
  slots.remember({ auctionId, identity, startsAtMs });
}
