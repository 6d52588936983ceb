// Owns the proof of what is seen of an auction in each of its states: rows of the contract, nothing
// sealed before the end, a reason with its OpenRTB number after it.
import { describe, expect, it } from 'vitest';
import { auctionSchema, bidSchema, explainSchema } from '../../../../src/contract/auction';
import { BID_REASONS, type BidReason } from '../../../../src/contract/reasons';
import { decide } from '../../../../src/main/core/auction/decide';
import { dropped, type DropReason } from '../../../../src/main/core/auction/drop';
import { openAuction } from '../../../../src/main/core/auction/open';
import type { AuctionEnd, AuctionState } from '../../../../src/main/core/auction/record';
import { auctionView, bidViews, explainView } from '../../../../src/main/core/auction/view';
import { bidderOf, EMPTY_PURSE, sha256, START_MS, termsOf } from './makings';

const PLACE = { seq: 41, recordedAtMs: START_MS + 777 };
const SEED = 'the seed';
const BIDDERS = [
  bidderOf('anna', { strategy: { kind: 'fixed', amountCents: 700_000 } }),
  bidderOf('bert'),
  bidderOf('cleo', { active: false }),
];

const terms = termsOf();
const created: AuctionState = { terms, createdAtMs: START_MS, opening: null, end: null };
const opening = openAuction({
  terms,
  bidders: BIDDERS,
  purses: () => EMPTY_PURSE,
  nowMs: START_MS + 2,
  seedCommitment: sha256(SEED),
  ids: (seq) => `B-${seq}`,
});
const open: AuctionState = { ...created, opening };
const decision = decide({ terms, opening, seed: SEED, sha256 });
const closedAtMs = START_MS + 503;
const sold: AuctionState = {
  ...open,
  end: { kind: 'closed', closedAtMs, latenessMs: 0.75, seed: SEED, decision },
};

function rowOf(state: AuctionState) {
  const row = auctionView(state, PLACE);
  expect(auctionSchema.strict().parse(row)).toEqual(row);
  const explain = explainView(state);
  expect(explainSchema.strict().parse(explain)).toEqual(explain);
  return row;
}

describe('auctionView', () => {
  it('shows an auction that waits', () => {
    expect(rowOf(created)).toMatchObject({
      seq: 41,
      id: 'A-1',
      status: 'CREATED',
      createdAt: '2026-11-20T19:00:00.000Z',
      recordedAt: '2026-11-20T19:00:00.777Z',
      openedAt: null,
      endsAt: null,
      maxEndsAt: null,
      bidCount: 0,
      slot: { kind: 'replay', durationMs: 10_000, airBy: '2026-11-20T19:00:45.000Z' },
    });
  });

  it('shows an open one with its one end, and one whose time is up', () => {
    expect(rowOf(open)).toMatchObject({
      status: 'OPEN',
      openedAt: '2026-11-20T19:00:00.002Z',
      endsAt: '2026-11-20T19:00:00.502Z',
      maxEndsAt: '2026-11-20T19:00:00.502Z',
      bidCount: 2,
      winner: null,
      reason: null,
    });
    expect(auctionView(open, PLACE, { closing: true }).status).toBe('CLOSING');
    expect(auctionView(sold, PLACE, { closing: true }).status).toBe('SOLD');
  });

  it('shows a sold one', () => {
    expect(rowOf(sold)).toMatchObject({
      status: 'SOLD',
      reason: 'sold',
      closedAt: '2026-11-20T19:00:00.503Z',
      closeLatenessMs: 0.75,
      winner: { bidderId: 'anna', name: 'The anna company', bidCents: 700_000 },
      priceCents: 700_000,
    });
  });

  it.each<[DropReason, string]>([
    ['cancelled', 'CANCELLED'],
    ['engine_crash', 'ABORTED_CRASH'],
    ['capacity', 'UNSOLD'],
    ['insufficient_time', 'UNSOLD'],
  ])('shows one dropped for %s as %s', (reason, status) => {
    const end = dropped({ reason, opening: null, bidders: BIDDERS, closedAtMs });
    const row = rowOf({ ...created, end });
    expect(row).toMatchObject({ status, reason, closeLatenessMs: null, winner: null });
    expect(explainView({ ...created, end }).bidders).toHaveLength(3);
    expect(bidViews({ ...created, end })).toEqual([]);
  });
});

describe('what is sealed', () => {
  it.each([
    ['waiting', created],
    ['open', open],
  ])('stays sealed while %s', (_, state) => {
    expect(explainView(state)).toMatchObject({ bidders: [], seed: null });
    expect(bidViews(state)).toEqual([]);
    const seen = JSON.stringify([auctionView(state, PLACE), explainView(state)]);
    expect(seen).not.toContain(SEED);
    expect(seen).not.toContain('700000');
    expect(seen).not.toContain('anna');
  });

  it('is open after the end: bids, seed and the commitment to it', () => {
    const bids = bidViews(sold);
    expect(bids.map((bid) => bidSchema.strict().parse(bid))).toEqual(bids);
    expect(bids.map(({ id, seq, status, reason }) => [id, seq, status, reason])).toEqual([
      ['B-1', 1, 'WON', 'won'],
      ['B-2', 2, 'LOST', 'outbid'],
    ]);
    const { seed, seedCommitment } = explainView(sold);
    expect(sha256(seed ?? '')).toBe(seedCommitment);
  });

  it('shows no seed for one that was never decided', () => {
    const end = dropped({ reason: 'engine_crash', opening, bidders: [], closedAtMs });
    const state = { ...open, end };
    expect(explainView(state).seed).toBeNull();
    expect(bidViews(state).map(({ status, reason }) => [status, reason])).toEqual([
      ['LOST', 'engine_crash'],
      ['LOST', 'engine_crash'],
    ]);
  });
});

describe('explainView', () => {
  it('gives every reason the number and the kind of the contract', () => {
    for (const reason of Object.keys(BID_REASONS) as BidReason[]) {
      const outcome = { bidderId: 'anna', name: 'Anna', bidId: null, amountCents: null };
      const outcomes = [{ ...outcome, reason, minToWinCents: null }];
      const end: AuctionEnd = {
        kind: 'dropped',
        status: 'CANCELLED',
        reason: 'cancelled',
        closedAtMs,
        outcomes,
      };
      const [one] = explainView({ ...open, end }).bidders;
      expect([one?.code, one?.outcome]).toEqual(BID_REASONS[reason].slice(0, 2));
    }
  });
});
