// Owns the proof of value and floor: the worked example, the trace, exclusion, cap, reserve, and
// the arithmetic against an exact rational reference over random books and facts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MODIFIERS,
  priceBook,
  priceTrace,
  type ModifierName,
  type PriceBook,
} from '../../../../src/contract/price-book';
import { divideHalfEven } from '../../../../src/main/core/lib/money';
import { bookFlaw } from '../../../../src/main/core/pricing/book-flaw';
import { DEFAULT_BOOK } from '../../../../src/main/core/pricing/default-book';
import {
  eventNamed,
  MODIFIER_ORDER,
  priceOf,
  type Fact,
} from '../../../../src/main/core/pricing/floor';
import { anyContext, BOOK, priced } from '../auction/makings';
import { factsFromMarker } from '../../../../src/main/core/pricing/stakes';

function priceWith(book: PriceBook, eventType: string, facts: readonly Fact[]) {
  return priceOf({ book: { ...BOOK, book }, eventType, facts });
}

function holding(...names: ModifierName[]): Fact[] {
  return names.map((name) => ({ name, holds: true, fact: 'said so', source: 'operator' }));
}

function withEvent(change: Partial<PriceBook['events'][string]>): PriceBook {
  const goal = DEFAULT_BOOK.events['goal_scored'];
  if (goal === undefined) throw new Error('the default book sells goals');
  return { ...DEFAULT_BOOK, events: { goal_scored: { ...goal, ...change } } };
}

describe('the default book', () => {
  it('is valid by the contract, lists every modifier, and has no flaw', () => {
    expect(priceBook.parse(DEFAULT_BOOK)).toEqual(DEFAULT_BOOK);
    expect(MODIFIER_ORDER).toEqual(MODIFIERS);
    expect(bookFlaw(DEFAULT_BOOK)).toBeNull();
  });

  it('knows events by name and alias, and nothing else', () => {
    expect(eventNamed(DEFAULT_BOOK, 'goal')).toBe('goal_scored');
    expect(eventNamed(DEFAULT_BOOK, 'save')).toBe('spectacular_save');
    expect(eventNamed(DEFAULT_BOOK, 'fight')).toBe('fight');
    for (const name of ['Goal', '', '__proto__', 'constructor', 'toString']) {
      expect(eventNamed(DEFAULT_BOOK, name)).toBeNull();
      expect(priceWith(DEFAULT_BOOK, name, [])).toBeNull();
    }
  });
});

describe('priceOf', () => {
  it('makes 17,500.00 of a goal in the playoffs with a star in a close game', () => {
    const price = priced('goal', { isPlayoffs: true, starPlayer: true, closeGame: true });
    expect(price).toMatchObject({ baseCents: 500_000, uncappedCents: 1_750_000 });
    expect(price).toMatchObject({ valueCents: 1_750_000, floorCents: 1_750_000 });
    expect(price.modifiers.filter(({ holds }) => holds).map(({ bps }) => bps)).toEqual([
      20_000, 12_500, 14_000,
    ]);
  });

  it('lists every modifier with what was said and by whom', () => {
    const price = priced('goal', { isOvertime: true, closeGame: false });
    expect(price.modifiers.map(({ name }) => name)).toEqual([...MODIFIERS]);
    const named = Object.fromEntries(price.modifiers.map((one) => [one.name, one]));
    expect(named['is_overtime']).toMatchObject({ holds: true, source: 'marker', bps: 15_000 });
    expect(named['close_game']).toMatchObject({ holds: false, source: 'marker' });
    expect(named['rivalry']).toMatchObject({ holds: false, fact: 'not stated', source: null });
    expect(price.valueCents).toBe(750_000);
  });

  it('is neutral where nothing is known, and names the event by the book', () => {
    const price = priced('ppg');
    expect(price.eventType).toBe('power_play_goal');
    expect(price.valueCents).toBe(600_000);
    expect(price.modifiers.every(({ source }) => source === null)).toBe(true);
  });

  it('counts only the last that holds of an exclusive group, and says so', () => {
    const both = priceWith(DEFAULT_BOOK, 'goal', holding('is_playoffs', 'is_finals'));
    expect(both?.valueCents).toBe(1_500_000);
    expect(both?.modifiers.find(({ name }) => name === 'is_playoffs')).toEqual({
      name: 'is_playoffs',
      bps: 20_000,
      holds: false,
      fact: 'said so; is_finals counts instead',
      source: 'operator',
    });
    expect(priceWith(DEFAULT_BOOK, 'goal', holding('is_playoffs'))?.valueCents).toBe(1_000_000);
  });

  it('leaves out what the event excludes; an excluded one beats nobody in its group', () => {
    const book = withEvent({ excludes: ['is_finals', 'rivalry'] });
    const price = priceWith(book, 'goal', holding('is_playoffs', 'is_finals', 'rivalry'));
    expect(price?.valueCents).toBe(1_000_000);
    expect(price?.modifiers.find(({ name }) => name === 'rivalry')).toMatchObject({
      holds: false,
      fact: 'said so; excluded for this event',
    });
  });

  it('caps the value, applies the event factor, and takes the reserve of the value', () => {
    const all = holding(...MODIFIERS);
    const capped = priceWith({ ...DEFAULT_BOOK, capBps: 20_000 }, 'goal', all);
    expect(capped).toMatchObject({ uncappedCents: 6_142_500, valueCents: 1_000_000 });
    const book = { ...withEvent({ eventBps: 15_000 }), reserveBps: 8_000 };
    expect(priceWith(book, 'goal', [])).toMatchObject({ valueCents: 750_000, floorCents: 600_000 });
  });

  it('agrees with exact fractions rounded once, for any book', () => {
    const factor = fc.integer({ min: 0, max: 40_000 });
    const numbers = fc.record({
      baseCents: fc.integer({ min: 0, max: 99_999_999 }),
      eventBps: factor,
      modifierBps: factor,
      capBps: fc.integer({ min: 10_000, max: 100_000 }),
      reserveBps: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(numbers, anyContext, (n, context) => {
        const modifiers = { ...DEFAULT_BOOK.modifiers, rivalry: n.modifierBps };
        const event = withEvent({ baseCents: n.baseCents, eventBps: n.eventBps });
        const book = { ...event, modifiers, capBps: n.capBps, reserveBps: n.reserveBps };
        const price = priceWith(book, 'goal', factsFromMarker(context));
        if (price === null) throw new Error('goal was not priced');
        expect(priceTrace.parse(price)).toEqual(price);
        const counting = price.modifiers.filter(({ holds }) => holds);
        const product = counting.reduce((all, { bps }) => all * BigInt(bps), BigInt(n.eventBps));
        const scale = 10n ** BigInt(4 * (counting.length + 1));
        const uncapped = divideHalfEven(BigInt(n.baseCents) * product, scale);
        const cap = divideHalfEven(BigInt(n.baseCents) * BigInt(n.capBps), 10_000n);
        const value = uncapped < cap ? uncapped : cap;
        expect(BigInt(price.valueCents)).toBe(value);
        const floor = divideHalfEven(value * BigInt(n.reserveBps), 10_000n);
        expect(BigInt(price.floorCents)).toBe(floor);
      }),
    );
  });

  it('cuts only the trace where the uncapped product is beyond counting', () => {
    const modifiers = Object.fromEntries(MODIFIERS.map((name) => [name, 1_000_000]));
    const book = { ...DEFAULT_BOOK, modifiers: modifiers as PriceBook['modifiers'] };
    const price = priceWith(book, 'goal', holding(...MODIFIERS));
    expect(price).toMatchObject({ uncappedCents: Number.MAX_SAFE_INTEGER, valueCents: 5_000_000 });
  });
});

describe('bookFlaw', () => {
  it.each<[string, Partial<PriceBook>]>([
    ['names no event', { aliases: { goal: 'goal_score' } }],
    ['is an event itself', { aliases: { penalty: 'goal_scored' } }],
    ['Type 0x36 names no event', { segmentationTypes: { '0x34': null, '0x36': 'gaol' } }],
    ['twice', { exclusive: [['rivalry', 'is_finals'], ['is_finals']] }],
    ['more than can be counted', { ...withEvent({ baseCents: 10 ** 15 }), aliases: {} }],
  ])('finds what %s', (sentence, change) => {
    expect(bookFlaw({ ...DEFAULT_BOOK, ...change })).toContain(sentence);
  });
});
