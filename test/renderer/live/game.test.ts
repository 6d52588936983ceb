// Owns proof of what the strip of the game says, of the plane of bids, and of the line for the
// phone. Refuses a guess: what no cue stated is not there.
import { describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/contract/auction';
import { bidsPlot, ranksBeside, roundCents } from '../../../src/renderer/src/live/bids/bids-plot';
import { productText, statedGame } from '../../../src/renderer/src/live/game/stated-game';
import { priceLine } from '../../../src/renderer/src/live/view/copy-price';
import { auctionOf, explainOf, markerOf } from '../records';

describe('the game as cues state it', () => {
  it('is what the newest cue that was heard says, of its own game', () => {
    const markers = [
      markerOf({ id: 'M-5', status: 'QUARANTINED', teamId: 'EVIL', context: { isFinals: true } }),
      markerOf({ id: 'M-4', status: 'DUPLICATE', context: { isOvertime: true } }),
      markerOf({ id: 'M-3', teamId: 'NFI', context: { closeGame: true } }),
      markerOf({ id: 'M-2', teamId: 'HCG', period: '3', context: { rivalry: true } }),
      markerOf({ id: 'M-1', gameId: 'G-0', teamId: 'OLD', period: '1' }),
    ];
    expect(statedGame(markers)).toMatchObject({
      gameId: 'G-1',
      teams: ['NFI', 'HCG'],
      period: '3',
      context: { closeGame: true },
    });
  });

  it('is nothing before the first cue', () => {
    expect(statedGame([])).toBeNull();
    expect(statedGame([markerOf({ eventType: null })])).toBeNull();
  });

  it('multiplies factors exactly', () => {
    expect(productText([])).toBe('1.00');
    expect(productText([13_000, 14_000])).toBe('1.82');
    expect(productText([13_000, 14_000, 12_000])).toBe('2.184');
    expect(productText([20_000, 12_500, 14_000])).toBe('3.50');
  });
});

describe('the plane of bids', () => {
  const bid = (seq: number, amountCents: number, ms: number): Bid => ({
    id: `B-${seq}`,
    auctionId: 'A-0218',
    bidderId: `b${seq}`,
    name: `Bidder ${seq}`,
    seq,
    amountCents,
    currency: 'USD',
    placedAt: new Date(Date.parse('2026-11-20T02:41:20.000Z') + ms).toISOString(),
    status: 'LOST',
    reason: 'outbid',
  });

  it('has each bid at its ms and its amount, ranked, and tells who is under the floor', () => {
    const plot = bidsPlot(auctionOf({ floorCents: 1_000 }), [
      bid(1, 900, 0),
      bid(2, 2_000, 250),
      bid(3, 1_500, 100),
    ]);
    expect(plot?.bids.map(({ rank, counts }) => [rank, counts])).toEqual([
      [3, false],
      [1, true],
      [2, true],
    ]);
    const [low, high, middle] = plot?.bids ?? [];
    expect(low?.x).toBe(0);
    expect(high?.x).toBeCloseTo((plot?.closeX ?? 0) / 2);
    expect(low?.y).toBeLessThan(plot?.floorY ?? 0);
    expect(middle?.y).toBeLessThan(high?.y ?? 0);
    expect(plot?.msMarks.map(([ms]) => ms)).toEqual([0, 100, 200, 300, 400, 500]);
  });

  it('has no plane before the auction opened', () => {
    expect(bidsPlot(auctionOf({ openedAt: null }), [])).toBeNull();
  });

  it('marks round amounts', () => {
    expect(roundCents(609_000, 712_000)).toEqual([650_000, 700_000]);
    expect(roundCents(0, 4)).toEqual([0, 1, 2, 3, 4]);
  });

  it('writes the ranks of bids that stand as near as one', () => {
    const at = (rank: number, x: number, y: number) => ({
      id: `${rank}`,
      rank,
      x,
      y,
      counts: true,
    });
    const words = ranksBeside([at(3, 0, 0.5), at(1, 0, 0.9), at(2, 0.01, 0.52)]);
    expect([...words]).toEqual([
      ['1', '1'],
      ['2', '2\u20133'],
    ]);
  });
});

it('the price is one line for the phone', () => {
  const line = 'A-0218 Power-play goal, Kestrelair, 14,250.00 USD: 6,000.00 \u00d7 rivalry 1.30';
  expect(priceLine(auctionOf(), explainOf().price)).toBe(`${line} = floor 7,800.00`);
  const unsold = auctionOf({ winner: null, priceCents: null });
  expect(priceLine(unsold, explainOf().price)).toContain('Power-play goal, not sold: ');
});
