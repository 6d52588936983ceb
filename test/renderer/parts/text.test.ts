// Owns proof of how amounts, factors, moments, spans and codes are written. Refuses the machine's
// own language and time zone: the texts are the same everywhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auctionLeftText,
  leftMs,
  sharePassed,
  slotLeftText,
} from '../../../src/renderer/src/parts/text/countdown';
import {
  amountText,
  countText,
  factorText,
  minorDigits,
  moneyText,
  shareText,
} from '../../../src/renderer/src/parts/text/money';
import {
  agoText,
  clockOf,
  epochMs,
  millisOf,
  sinceText,
  spanText,
  tenthsText,
} from '../../../src/renderer/src/parts/text/time';
import { eventName, modifierName, plural } from '../../../src/renderer/src/parts/text/words';

describe('money', () => {
  it.each([
    [1_425_000, 'USD', '14,250.00'],
    [0, 'USD', '0.00'],
    [5, 'USD', '0.05'],
    [99_999_999, 'USD', '999,999.99'],
    [1_425_000, 'JPY', '1,425,000'],
    [1_425_000, 'KWD', '1,425.000'],
    [-50, 'USD', '\u22120.50'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90,071,992,547,409.91'],
  ])('%i minor units of %s are %s', (cents, currency, text) => {
    expect(amountText(cents, currency)).toBe(text);
  });

  it('names the currency', () => {
    expect(moneyText(1_425_000, 'USD')).toBe('14,250.00 USD');
  });

  it('loses not one cent on the way to text', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (cents) => {
        expect(Number(amountText(cents, 'USD').replaceAll(/[,.]/gu, ''))).toBe(cents);
      }),
    );
  });

  it('takes two digits for what is no currency', () => {
    expect(minorDigits('usd!')).toBe(2);
  });

  it('writes factors with two decimals or as many as they have', () => {
    expect([14_000, 10_000, 12_345, 5, 12_050].map(factorText)).toEqual([
      '1.40',
      '1.00',
      '1.2345',
      '0.0005',
      '1.205',
    ]);
  });

  it('writes shares and counts', () => {
    expect([10_000, 8_550, 1].map(shareText)).toEqual(['100 %', '85.5 %', '0.01 %']);
    expect(countText(1_234_567)).toBe('1,234,567');
  });
});

describe('time', () => {
  const iso = '2026-11-20T02:41:32.678Z';

  it('is UTC, and cut, never rounded up', () => {
    expect(clockOf(iso)).toBe('02:41:32');
    expect(millisOf(iso)).toBe('02:41:32.678');
    expect(tenthsText(Date.parse(iso))).toBe('02:41:32.6');
  });

  it('of nothing is a dash', () => {
    expect(clockOf(null)).toBe('\u2013');
    expect(millisOf('not a time')).toBe('\u2013');
    expect(epochMs(undefined)).toBeNull();
  });

  it('names the day only when it was another', () => {
    expect(sinceText(iso, Date.parse('2026-11-20T23:00:00Z'))).toBe('02:41:32 UTC');
    expect(sinceText(iso, Date.parse('2026-11-21T00:00:00Z'))).toBe('20 Nov 02:41 UTC');
  });

  it('writes spans', () => {
    expect([0, 250_999, 3_850_000].map(spanText)).toEqual(['00:00', '04:10', '1:04:10']);
    expect([349, 12_900, 250_000].map(agoText)).toEqual(['0.3 s', '12 s', '04:10']);
  });
});

describe('countdowns', () => {
  it('come from the moments and stop at zero', () => {
    expect(leftMs(1_000, 788)).toBe(212);
    expect(leftMs(1_000, 5_000)).toBe(0);
    expect(leftMs(null, 5)).toBeNull();
    expect(leftMs(5, null)).toBeNull();
  });

  it('show thousandths for an auction, tenths for a slot, minutes above', () => {
    expect([212, 9_999, 12_000, null].map(auctionLeftText)).toEqual([
      '0.212',
      '9.999',
      '12.0',
      '--',
    ]);
    expect([10_460, 59_999, 61_000, null].map(slotLeftText)).toEqual([
      '10.4',
      '59.9',
      '1:01',
      '--',
    ]);
  });

  it('give a share between 0 and 1, 0 where it is not known', () => {
    expect(sharePassed({ fromMs: 0, toMs: 200, nowMs: 50 })).toBe(0.25);
    expect(sharePassed({ fromMs: 0, toMs: 200, nowMs: 900 })).toBe(1);
    expect(sharePassed({ fromMs: 0, toMs: 200, nowMs: -5 })).toBe(0);
    expect(sharePassed({ fromMs: 5, toMs: 5, nowMs: 5 })).toBe(0);
    expect(sharePassed({ fromMs: null, toMs: 5, nowMs: 5 })).toBe(0);
  });
});

describe('words', () => {
  it('are those of the trade, and a code that is not known is shown', () => {
    expect(
      ['goal_scored', 'power_play_goal', 'instant_replay', 'zamboni_race', null].map(eventName),
    ).toEqual(['Goal', 'Power-play goal', 'Instant replay', 'Zamboni race', '\u2013']);
    expect(modifierName('is_playoffs')).toBe('playoffs');
    expect(modifierName('close_game')).toBe('close game');
    expect([plural(1, 'bid'), plural(2, 'bid')]).toEqual(['1 bid', '2 bids']);
  });
});
