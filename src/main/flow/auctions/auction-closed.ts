// Auctions fell due: every one whose deadline has passed is decided in this turn, before any is
// recorded; then each is recorded with its settlement in one transaction. Refuses a bid that is not
// in the record: decide() sees what the journal has and nothing else.
import { decide } from '../../core/auction/decide';
import type { Decision } from '../../core/auction/record';
import type { Draft } from '../../core/ledger/entries';
import { bornSettlement, settlementView } from '../../core/ledger/settlement';
import { must } from '../../core/lib/assert';
import { draft, record, type Origin } from '../truck/recorder';
import { countUp } from '../truck/alarm';
import { nextId } from '../truck/ids';
import { decisionAdded, settlementAdded } from '../truck/money-totals';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionDroppedAlone } from './auction-dropped';
import { auctionTold, decisionDelivered } from './auction-told';
import { waitingOpened } from './auction-waited';

interface Due {
  readonly live: LiveAuction;
  readonly decision: Decision;
  readonly closedAtMs: number;
  readonly closedMonoMs: number;
}

function decided(truck: Truck, memory: Memory, live: LiveAuction): Due {
  const { clock, sha256, meter } = truck.ports;
  const { terms, opening } = live.state;
  const facts = { terms, opening: must(opening, 'a due auction was opened'), seed: live.seed };
  const decision = decide({ ...facts, sha256 });
  const closedMonoMs = clock.monoMs();
  const closedAtMs = clock.wallMs();
  const latenessMs = Math.round((closedMonoMs - live.endsMonoMs) * 1000) / 1000;
  live.state = {
    ...live.state,
    end: { kind: 'closed', closedAtMs, latenessMs, seed: live.seed, decision },
  };
  memory.open.delete(terms.auctionId);
  meter.note('closeLateness', latenessMs);
  return { live, decision, closedAtMs, closedMonoMs };
}

function settlementOf(memory: Memory, due: Due, origin: Origin): Draft<'settlement-born'> | null {
  const { decision, live } = due;
  if (decision.status !== 'SOLD' || decision.winner === null) return null;
  const settlement = bornSettlement({
    settlementId: nextId(memory, 'settlement'),
    terms: live.state.terms,
    decision,
    bidder: must(memory.bidders.get(decision.winner.bidderId), 'the winner is a bidder'),
    truckId: memory.truckId,
    closedAtMs: due.closedAtMs,
  });
  return draft('settlement-born', { settlement }, origin);
}

function closedEntry(due: Due, origin: Origin): Draft {
  const { live, decision, closedAtMs } = due;
  const end = must(live.state.end, 'a decided auction has an end');
  const latenessMs = end.kind === 'closed' ? end.latenessMs : 0;
  const { auctionId } = live.state.terms;
  const body = { auctionId, closedAtMs, latenessMs, seed: live.seed, decision };
  return draft('auction-closed', body, origin);
}

function closed(truck: Truck, memory: Memory, due: Due): void {
  const { live, closedAtMs, closedMonoMs } = due;
  const { state } = live;
  const { auctionId } = live.state.terms;
  const arrivedAtMs = live.state.opening?.endsAtMs ?? closedAtMs;
  const origin = { actor: 'engine', cause: auctionId, arrivedAtMs, decidedAtMs: closedAtMs };
  const settlement = settlementOf(memory, due, origin);
  const drafts = [closedEntry(due, origin), ...(settlement === null ? [] : [settlement])];
  void record(truck, drafts, ({ recordedAtMs, lastSeq }, now) => {
    const { clock, meter, board } = truck.ports;
    meter.note('closeToDurable', clock.monoMs() - closedMonoMs);
    countUp(now.auctionCounts, due.decision.status);
    decisionAdded(now.totals, state.terms, due.decision);
    if (settlement !== null) {
      const facts = settlement.body.settlement;
      countUp(now.settlementCounts, 'DUE');
      settlementAdded(now.totals, facts);
      board.post('settlements', facts.settlementId, settlementView(facts, { seq: lastSeq }));
    }
    auctionTold(truck, { live, state, recordedAtMs });
    decisionDelivered(truck, now, state);
  });
}

/** Closes what is due, awards nothing that could no longer air, then lets the queue move on. */
export function auctionsFellDue(truck: Truck, memory: Memory): void {
  const nowMs = truck.ports.clock.monoMs();
  const due = [...memory.open.values()].filter((live) => live.endsMonoMs <= nowMs);
  const late = due.filter((live) => live.airByMonoMs < nowMs);
  const ends = due.filter((live) => !late.includes(live)).map((it) => decided(truck, memory, it));
  for (const live of late)
    auctionDroppedAlone(truck, memory, { live, reason: 'insufficient_time' });
  for (const end of ends) closed(truck, memory, end);
  waitingOpened(truck, memory);
}
