// Owns proof of the waterfall’s times and of the states by which auctions are narrowed. Refuses a
// browser: both are reckoned without one.
import { describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/contract/auction';
import { choicesOf, stateOf } from '../../../src/renderer/src/auctions/screen/state-filter';
import { marksOf, timesOf } from '../../../src/renderer/src/auctions/screen/times';
import { auctionOf, markerOf } from '../records';

const bidAt = (seq: number, placedAt: string, part: Partial<Bid> = {}): Bid => ({
  id: `B-${seq}`,
  auctionId: 'A-0218',
  bidderId: `b${seq}`,
  name: `Bidder ${seq}`,
  seq,
  amountCents: 1_425_000,
  currency: 'USD',
  placedAt,
  status: 'LOST',
  reason: 'outbid',
  ...part,
});

describe('the waterfall', () => {
  const auction = auctionOf();
  const marker = markerOf();

  it('counts from the cue, each bid from the open', () => {
    const bids = [
      bidAt(2, '2026-11-20T02:41:20.388Z'),
      bidAt(1, '2026-11-20T02:41:20.212Z', { status: 'WON', reason: 'won' }),
    ];
    const { rows, closeMs } = timesOf({ auction, marker, bids });
    expect(rows.map(({ name, fromMs, toMs }) => [name, fromMs, toMs])).toEqual([
      ['Cue to open', 0, 20],
      ['Window', 20, 520],
      ['Bidder 1', 20, 232],
      ['Bidder 2', 20, 408],
      ['Close to durable', 520, 523],
    ]);
    expect(rows[2]).toMatchObject({ words: '212 ms, won', end: 'won' });
    expect(rows[3]).toMatchObject({ words: '388 ms, outbid', end: 'counted' });
    expect(closeMs).toBe(520);
  });

  it('marks a bid that did not count', () => {
    const bids = [bidAt(1, '2026-11-20T02:41:20.212Z', { reason: 'below_floor' })];
    expect(timesOf({ auction, marker, bids }).rows[2]).toMatchObject({
      words: '212 ms, below floor',
      end: 'not counted',
    });
  });

  it('shows no bids while they are sealed, and no close before it', () => {
    const open = auctionOf({ status: 'OPEN', closedAt: null });
    const { rows, closeMs } = timesOf({ auction: open, marker, bids: null });
    expect(rows.map((row) => row.key)).toEqual(['open', 'window']);
    expect(closeMs).toBeNull();
  });

  it('is empty before it opened', () => {
    const waiting = auctionOf({ status: 'CREATED', openedAt: null, endsAt: null, closedAt: null });
    expect(timesOf({ auction: waiting, marker: null, bids: null }).rows).toEqual([]);
  });

  it('has at most eight round marks at any width', () => {
    for (const width of [3, 540, 5_200, 90_000]) {
      expect(marksOf(width).length).toBeLessThanOrEqual(8);
      expect(marksOf(width)[0]).toBe(0);
    }
  });
});

it('every auction has one state, and the choices count them all', () => {
  const auctions = [
    auctionOf(),
    auctionOf({ status: 'UNSOLD' }),
    auctionOf({ status: 'ABORTED_CRASH' }),
    auctionOf({ status: 'CREATED' }),
  ];
  expect(auctions.map(stateOf)).toEqual(['sold', 'unsold', 'off', 'open']);
  expect(choicesOf(auctions).map(([, words]) => words)).toEqual([
    'All',
    'Open 1',
    'Sold 1',
    'Unsold 1',
    'Off 1',
  ]);
});
