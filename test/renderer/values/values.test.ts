// Owns proof of staged values: what may be typed, what the book becomes, what a change is called,
// which ask for a reason, and what a preview says. Refuses floats for money.
import { describe, expect, it } from 'vitest';
import type { PreviewedAuction, PriceBook } from '../../../src/contract/price-book';
import {
  bookWith,
  changeText,
  largeOf,
  nameOf,
  readAmount,
  readFactor,
  stagedOf,
  withEdit,
  type Edit,
} from '../../../src/renderer/src/values/book-edits';
import {
  axisOf,
  scaleOf,
  shortAmount,
  sumsOf,
  turnOf,
} from '../../../src/renderer/src/values/preview/re-priced';

const BOOK = {
  currency: 'USD',
  events: { penalty: { baseCents: 150_000, importance: 'normal', slotMs: 10_000 } },
  modifiers: { close_game: 14_000, rivalry: 13_000 },
} as unknown as PriceBook;
const CLOSER: Edit = { key: 'modifier:close_game', from: 14_000, to: 13_000 };
const DEARER: Edit = { key: 'event:penalty', from: 150_000, to: 300_000 };

describe('what is typed', () => {
  it('becomes integers, never floats', () => {
    expect(readAmount('2,450.10', 'USD')).toBe(245_010);
    expect(readAmount('2450', 'JPY')).toBe(2_450);
    expect(readAmount('0', 'USD')).toBe(0);
    for (const bad of ['', '-1', '1.234', 'abc', '1e5', '9999999999999']) {
      expect(readAmount(bad, 'USD'), bad).toBeNull();
    }
  });

  it('is a factor between 1 and 5', () => {
    expect(readFactor('1.4')).toBe(14_000);
    expect(readFactor('1.2345')).toBe(12_345);
    for (const bad of ['0.99', '5.0001', '7', '1.23456', '', 'x']) {
      expect(readFactor(bad), bad).toBeNull();
    }
  });
});

describe('what is staged', () => {
  it('changes the book whole, and nothing else in it', () => {
    const book = bookWith(BOOK, [CLOSER, DEARER]);
    expect(book.modifiers).toEqual({ close_game: 13_000, rivalry: 13_000 });
    expect(book.events['penalty']).toEqual({ ...BOOK.events['penalty'], baseCents: 300_000 });
    expect(BOOK.modifiers.close_game).toBe(14_000);
  });

  it('has one edit a value, none where it is back where it was', () => {
    const twice = withEdit(withEdit([], CLOSER), { ...CLOSER, to: 12_000 });
    expect(twice).toEqual([{ ...CLOSER, to: 12_000 }]);
    expect(withEdit(twice, { ...CLOSER, to: 14_000 })).toEqual([]);
  });

  it('stands in place of the value the book has', () => {
    expect(stagedOf([CLOSER], 'modifier:close_game', 14_000)).toBe(13_000);
    expect(stagedOf([CLOSER], 'modifier:rivalry', 13_000)).toBe(13_000);
  });

  it('is named by its edits, or by their number', () => {
    expect(nameOf([CLOSER], 'USD')).toBe('close game 1.40 → 1.30');
    expect(nameOf([CLOSER, DEARER, { ...DEARER, key: 'event:goal_scored' }], 'USD')).toBe(
      '3 values changed',
    );
  });

  it('asks for a reason beyond a quarter, and at nothing', () => {
    expect(largeOf([CLOSER])).toEqual([]);
    expect(largeOf([CLOSER, DEARER])).toEqual([DEARER]);
    expect(largeOf([{ ...CLOSER, to: 0 }])).toHaveLength(1);
  });

  it('says how much it is', () => {
    expect(changeText(14_000, 13_000)).toBe('\u22127.1 %');
    expect(changeText(12_000, 13_500)).toBe('+12.5 %');
    expect(changeText(5, 5)).toBe('same');
  });
});

describe('a preview', () => {
  const was = (part: Partial<PreviewedAuction>): PreviewedAuction => ({
    auctionId: 'A-1',
    eventType: 'penalty',
    createdAt: '2026-11-20T02:41:20.000Z',
    sold: true,
    currency: 'USD',
    floorCents: 1_000,
    newFloorCents: 1_000,
    bestBidCents: 1_500,
    ...part,
  });

  it('says which sales would be lost or won, and no more than it knows', () => {
    expect(turnOf(was({}))).toBe('same');
    expect(turnOf(was({ newFloorCents: 1_400 }))).toBe('moved');
    expect(turnOf(was({ newFloorCents: 1_501 }))).toBe('no sale');
    expect(turnOf(was({ sold: false, newFloorCents: 900, bestBidCents: 950 }))).toBe('sells');
    expect(turnOf(was({ sold: false, bestBidCents: 1_500 }))).toBe('same');
    expect(turnOf(was({ bestBidCents: null, newFloorCents: 2_000 }))).toBe('moved');
    expect(turnOf(was({ newFloorCents: null }))).toBe('unknown event');
  });

  it('adds the floors in integers', () => {
    const list = [was({}), was({ newFloorCents: 1_501 })];
    const yen = was({ currency: 'JPY', floorCents: 9 });
    expect(sumsOf([...list, yen], 'USD')).toEqual({
      ...{ beforeCents: 2_000, afterCents: 2_501, lost: 1, won: 0 },
      elsewhere: 1,
    });
    const at = scaleOf(list);
    expect(at(1_000)).toBe(0);
    expect(at(1_501)).toBe(1);
    expect(at(null)).toBe(0);
    expect(scaleOf([])(5)).toBe(0);
  });

  it('has an axis of at most six round amounts within its scale', () => {
    const wide = [was({ floorCents: 300, newFloorCents: 40_000_000_000 })];
    const marks = axisOf(wide);
    expect(marks.length).toBeLessThanOrEqual(6);
    expect(Math.min(...marks)).toBeGreaterThanOrEqual(300);
    expect(
      axisOf([was({ floorCents: 80_000, newFloorCents: 700_000, bestBidCents: null })]),
    ).toEqual([100_000, 200_000, 500_000]);
    expect(axisOf([])).toEqual([1]);
    expect([50_000, 250_000, 100_000_000].map((cents) => shortAmount(cents, 2))).toEqual([
      '500',
      '2.5k',
      '1m',
    ]);
    expect(shortAmount(2_000_000_000, 0)).toBe('2bn');
  });
});
