// Owns the proof that the queue keeps its order and its size, however long it lives and however
// its ends are used.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../../src/main/core/lib/series/queue';

describe('the queue', () => {
  it('does what a plain array does', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (steps) => {
        const queue = createQueue<number>();
        const plain: number[] = [];
        steps.forEach((push, index) => {
          if (push) {
            queue.push(index);
            plain.push(index);
          } else expect(queue.shift()).toBe(plain.shift());
          expect(queue.first()).toBe(plain[0]);
          expect(queue.size()).toBe(plain.length);
        });
      }),
    );
  });

  it('stays in order over many more items than it holds', () => {
    const queue = createQueue<number>();
    let taken = 0;
    for (let item = 0; item < 100_000; item += 1) {
      queue.push(item);
      if (queue.size() > 1_000) expect(queue.shift()).toBe(taken++);
    }
    expect(queue.size()).toBe(1_000);
    expect(queue.first()).toBe(99_000);
  });
});
