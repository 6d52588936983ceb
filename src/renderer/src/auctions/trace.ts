// Owns reading a price trace: which factors made the price, which did not hold, where a cap or a
// reserve came in. Pure. Refuses to compute a price: every number is the engine's own.
import type { Explain } from '../../../contract/auction';
import { amountText, factorText, shareText } from '../parts/text/money';
import { modifierName } from '../parts/text/words';

type Price = Explain['price'];

/** A factor of the price and the fact behind it. */
export interface Factor {
  readonly name: string;
  readonly factor: string;
  readonly holds: boolean;
  readonly fact: string;
  readonly source: string;
}

/** Every factor in the book's order; the event's own comes first where it is not 1. */
export function factorsOf(price: Price): readonly Factor[] {
  const modifiers = price.modifiers.map((modifier) => ({
    name: modifierName(modifier.name),
    factor: factorText(modifier.bps),
    holds: modifier.holds,
    fact: modifier.fact,
    source: modifier.source ?? 'no source',
  }));
  if (price.eventBps === 10_000) return modifiers;
  const own = {
    name: 'this event',
    factor: factorText(price.eventBps),
    holds: true,
    fact: `price book v${price.bookVersion}`,
    source: 'book',
  };
  return [own, ...modifiers];
}

/** A step after the factors: cap, reserve; `struck` is the sum a cap cut off. */
export interface Step {
  readonly words: string;
  readonly struck: string | null;
  readonly amount: string;
}

/** What happened to the product before it became the floor; empty in the plain case. */
export function stepsOf(price: Price): readonly Step[] {
  const steps: Step[] = [];
  const amount = (cents: number): string => amountText(cents, price.currency);
  if (price.uncappedCents > price.capCents) {
    const struck = amount(price.uncappedCents);
    steps.push({ words: 'capped at', struck, amount: amount(price.valueCents) });
  }
  if (price.reserveBps !== 10_000) {
    const words = `reserve ${shareText(price.reserveBps)}`;
    steps.push({ words, struck: null, amount: amount(price.floorCents) });
  }
  return steps;
}

/** '6,000.00 x rivalry 1.30 x close game 1.40 = floor 10,920.00', for readers and for the phone. */
export function traceText(price: Price): string {
  const holding = factorsOf(price).filter((factor) => factor.holds);
  const product = [
    amountText(price.baseCents, price.currency),
    ...holding.map((factor) => `${factor.name} ${factor.factor}`),
  ].join(' \u00d7 ');
  const steps = stepsOf(price).map((step) => `, ${step.words} ${step.amount}`);
  return `${product}${steps.join('')} = floor ${amountText(price.floorCents, price.currency)}`;
}
