// Owns proof of what a settlement says: its state in a sentence, its history, sums by state.
// Refuses a state without words.
import { expect, it } from 'vitest';
import { SETTLEMENT_STATUSES } from '../../../src/contract/settlement';
import {
  aheadOf,
  historyOf,
  stateSentence,
} from '../../../src/renderer/src/settlements/settlement-words';
import { markedText } from '../../../src/renderer/src/settlements/screen/selection';
import { settlementOf } from '../records';

it('every state has its own sentence, and rehearsal says that nothing is owed', () => {
  const sentences = SETTLEMENT_STATUSES.map((status) => stateSentence(settlementOf({ status })));
  expect(new Set(sentences).size).toBe(SETTLEMENT_STATUSES.length);
  expect(stateSentence(settlementOf({ status: 'UNKNOWN' }))).toContain('may have been charged');
  expect(stateSentence(settlementOf({ rehearsal: true }))).toContain('never sent');
});

it('the history begins with the sale and has every attempt', () => {
  const sentAt = '2026-11-20T02:42:00.000Z';
  const attempts = [{ n: 1, state: 'DECLINED', sentAt, outcome: '2001 insufficient funds' }];
  const words = historyOf(settlementOf({ attempts, aired: 'AIRED' })).map(({ word }) => word);
  expect(words).toEqual(['DUE', 'DECLINED', 'AIRED']);
});

it('promises nothing that does not come', () => {
  expect(aheadOf(settlementOf({ rehearsal: true }))).toContain('nothing leaves');
  expect(aheadOf(settlementOf())).toContain('sends no charges');
  expect(aheadOf(settlementOf({ status: 'SETTLED' }))).toBeNull();
});

it('what is selected is added by currency, rehearsed ones apart', () => {
  expect(markedText([])).toBe('');
  const yen = settlementOf({ currency: 'JPY', totalDueCents: 123_456_789_012 });
  const rehearsed = settlementOf({ rehearsal: true, totalDueCents: 250 });
  expect(markedText([settlementOf(), yen, rehearsed])).toBe(
    '3 selected, 123,456,789,012 JPY and 10.00 USD and 2.50 USD rehearsed',
  );
});
