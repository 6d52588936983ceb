// Owns proof that a feed's state is what the engine said: nothing doubled, nothing kept past a
// snapshot, nothing taken from another run.
import { describe, expect, it } from 'vitest';
import type { FeedBatch } from '../../../src/contract/feed';
import {
  applyBatch,
  NOTHING,
  type FeedRule,
  type FeedState,
} from '../../../src/renderer/src/store/feed-state';

interface Item {
  readonly id: string;
  readonly at: string;
  readonly seq: number;
  readonly word: string;
}

const RULE: FeedRule<Item> = {
  id: (item) => item.id,
  at: (item) => item.at,
  seq: (item) => item.seq,
  most: 4,
};

function item(id: string, second: number, word = 'first'): Item {
  const at = `2026-11-20T02:41:${String(second).padStart(2, '0')}.000Z`;
  return { id, at, seq: second, word };
}

function batch(part: Partial<FeedBatch<Item>>): FeedBatch<Item> {
  return { epoch: 'one', seq: 1, kind: 'delta', items: [], more: false, at: '', ...part };
}

function known(...items: Item[]): FeedState<Item> {
  return applyBatch(NOTHING, batch({ kind: 'snapshot', seq: 10, items }), RULE);
}

const ids = (state: FeedState<Item>): string[] => state.items.map(({ id }) => id);

describe('a snapshot', () => {
  it('replaces what was known and sorts it, newest first', () => {
    const state = applyBatch(
      known(item('old', 9)),
      batch({ kind: 'snapshot', epoch: 'two', seq: 3, items: [item('a', 1), item('b', 2)] }),
      RULE,
    );
    expect(ids(state)).toEqual(['b', 'a']);
    expect(state).toMatchObject({ epoch: 'two', seq: 3, loaded: true });
  });

  it('in parts is loaded only when the last part is in', () => {
    const first = batch({ kind: 'snapshot', seq: 2, items: [item('a', 1)], more: true });
    const half = applyBatch(NOTHING, first, RULE);
    expect(half.loaded).toBe(false);
    const whole = applyBatch(half, batch({ seq: 3, items: [item('b', 2)] }), RULE);
    expect(whole.loaded).toBe(true);
    expect(ids(whole)).toEqual(['b', 'a']);
  });
});

describe('a delta', () => {
  it('renews an item in place and doubles nothing', () => {
    const before = known(item('a', 1), item('b', 2));
    const after = applyBatch(before, batch({ seq: 11, items: [item('a', 1, 'second')] }), RULE);
    expect(ids(after)).toEqual(['b', 'a']);
    expect(after.items[1]?.word).toBe('second');
    expect(after.items[0]).toBe(before.items[0]);
  });

  it('keeps no more than the rule says, letting the oldest go', () => {
    const before = known(item('a', 1), item('b', 2), item('c', 3), item('d', 4));
    const after = applyBatch(before, batch({ seq: 11, items: [item('e', 5)] }), RULE);
    expect(ids(after)).toEqual(['e', 'd', 'c', 'b']);
  });

  it('of equal moments puts the later journal place first', () => {
    const one = { ...item('a', 1), seq: 7 };
    const two = { ...item('b', 1), seq: 8 };
    expect(ids(known(one, two))).toEqual(['b', 'a']);
  });

  it('that brings nothing changes nothing', () => {
    const before = known(item('a', 1));
    expect(applyBatch(before, batch({ seq: 10 }), RULE)).toBe(before);
  });

  it('without items still moves the place', () => {
    expect(applyBatch(known(item('a', 1)), batch({ seq: 12 }), RULE).seq).toBe(12);
  });

  it('from before our place is not taken', () => {
    const before = known(item('a', 1));
    expect(applyBatch(before, batch({ seq: 9, items: [item('b', 2)] }), RULE)).toBe(before);
  });

  it('from another run makes us forget our place, so that a snapshot is asked for', () => {
    const after = applyBatch(known(item('a', 1)), batch({ epoch: 'two', seq: 1 }), RULE);
    expect(after.epoch).toBeNull();
    expect(ids(after)).toEqual(['a']);
  });
});
