// Owns the scenarios: one auction a JSON file under test/fixtures/auctions, from the marker's facts
// to the explanation of every bidder's end, with every number and reason written down beforehand.
// A new scenario is a new file; nothing here changes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auctionSchema, bidSchema, explainSchema } from '../../../../src/contract/auction';
import type { Bidder } from '../../../../src/main/core/auction/bidder';
import { decide } from '../../../../src/main/core/auction/decide';
import { dropped } from '../../../../src/main/core/auction/drop';
import { openAuction } from '../../../../src/main/core/auction/open';
import type { AuctionState, AuctionTerms } from '../../../../src/main/core/auction/record';
import { SAMPLE_BIDDERS } from '../../../../src/main/core/auction/sample-bidders';
import { auctionTerms } from '../../../../src/main/core/auction/terms';
import { auctionView, bidViews, explainView } from '../../../../src/main/core/auction/view';
import { openingWindow, type Window } from '../../../../src/main/core/auction/window';
import { bornSettlement } from '../../../../src/main/core/ledger/settlement';
import { must } from '../../../../src/main/core/lib/assert';
import { eventPriceOf, priceOf } from '../../../../src/main/core/pricing/floor';
import { factsFromMarker } from '../../../../src/main/core/pricing/stakes';
import { bidderOf, BOOK, EMPTY_PURSE, sha256, START_MS } from './makings';
import { bookOf, scenarioSchema, type Scenario } from './scenario';

const FOLDER = join(import.meta.dirname, '../../../fixtures/auctions');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();

function biddersOf({ bidders }: Scenario): readonly Bidder[] {
  if (bidders === 'sample') return SAMPLE_BIDDERS;
  return bidders.map(({ bidderId, ...more }) => bidderOf(bidderId, more as Partial<Bidder>));
}

function windowOf({ splice }: Scenario): Window {
  const airByMs = START_MS + (splice?.inMs ?? 45_000);
  const spliceAtMs = splice === undefined ? null : airByMs;
  return openingWindow({ nowMs: START_MS, durationMs: 500, spliceAtMs, airByMs });
}

function termsOf(scenario: Scenario, window: Window): AuctionTerms {
  const { event, context, mode } = scenario;
  const book = bookOf(scenario);
  const question = { book: { ...BOOK, book }, eventType: event, facts: factsFromMarker(context) };
  const marker = {
    markerId: 'M-1',
    gameId: null,
    teamId: null,
    eventId: null,
    eventKind: null,
  } as const;
  return auctionTerms({
    ids: { auctionId: 'A-1', slotId: 'SLOT-1' },
    marker: { ...marker, segmentationType: null, breakMs: null },
    event: must(eventPriceOf(book, event), event),
    price: must(priceOf(question), event),
    durationMs: window.ok ? window.durationMs : 500,
    airByMs: START_MS + 45_000,
    arrivedAtMs: START_MS,
    spliceAtMs: null,
    regionalBlackout: false,
    rehearsal: mode === 'REHEARSAL',
  });
}

/** Runs the scenario to its end, as the engine would. */
function stateOf(scenario: Scenario): AuctionState {
  const window = windowOf(scenario);
  const terms = termsOf(scenario, window);
  const bidders = biddersOf(scenario);
  const begun = { terms, createdAtMs: START_MS };
  const closedAtMs = START_MS + terms.durationMs;
  if (!window.ok) {
    const end = dropped({ reason: window.reason, opening: null, bidders, closedAtMs });
    return { ...begun, opening: null, end };
  }
  const { seed } = scenario;
  const opening = openAuction({
    terms,
    bidders,
    purses: (bidderId) => scenario.purses?.[bidderId] ?? EMPTY_PURSE,
    nowMs: START_MS,
    seedCommitment: sha256(seed),
    ids: (seq) => `B-${seq}`,
  });
  if (scenario.drop !== undefined) {
    const end = dropped({ reason: scenario.drop, opening, bidders, closedAtMs });
    return { ...begun, opening, end };
  }
  const decision = decide({ terms, opening, seed, sha256 });
  const end = { kind: 'closed', closedAtMs, latenessMs: 0, seed, decision } as const;
  return { ...begun, opening, end };
}

function settlementOf(scenario: Scenario, { terms, end }: AuctionState) {
  if (end?.kind !== 'closed' || end.decision.winner === null) return null;
  const { decision, closedAtMs } = end;
  const bidder = biddersOf(scenario).find(({ bidderId }) => bidderId === decision.winner?.bidderId);
  const parts = { settlementId: 'S-1', truckId: 'T', terms, decision, closedAtMs };
  return bornSettlement({ ...parts, bidder: must(bidder, 'the winner') });
}

describe('scenarios', () => {
  it('are there', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(12);
  });

  it.each(FILES)('%s', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const scenario = scenarioSchema.parse(JSON.parse(text));
    const { expect: wanted } = scenario;
    const state = stateOf(scenario);
    const row = auctionSchema.parse(auctionView(state, { seq: 1, recordedAtMs: START_MS }));
    const explain = explainSchema.parse(explainView(state));
    const settlement = settlementOf(scenario, state);
    const { valueCents, floorCents, status, reason, priceCents, winner } = row;
    expect({
      valueCents,
      floorCents,
      counting: explain.price.modifiers.filter(({ holds }) => holds).map(({ name }) => name),
      durationMs: state.opening === null ? null : state.opening.endsAtMs - START_MS,
      status,
      reason,
      winner: winner?.bidderId ?? null,
      priceCents,
      totalDueCents: settlement?.totalDueCents ?? null,
      bidders: Object.fromEntries(
        explain.bidders.map((one) => [
          one.bidderId,
          [one.outcome, one.code, one.reason, one.amountCents, one.minToWinCents],
        ]),
      ),
    }).toEqual(wanted);
    expect(bidViews(state).map((bid) => bidSchema.parse(bid))).toHaveLength(row.bidCount);
  });
});
