// Holds the cutting of a stream to its cost: a message that comes byte by byte is copied a few
// times, not once for each byte.
import { expect, it, vi } from 'vitest';
import { Framing } from '../../../../../src/main/core/codec/scte104/framing';

it('copies the bytes of a message a bounded number of times, however it was cut', () => {
  const size = 4_000;
  const message = new Uint8Array(size);
  message.set([0xff, 0xff, size >> 8, size & 0xff]);
  let copied = 0;
  const { value: own } = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    'set',
  ) as { value: (from: ArrayLike<number>, at?: number) => void };
  const spy = vi.spyOn(Uint8Array.prototype, 'set').mockImplementation(function (
    this: Uint8Array,
    from: ArrayLike<number>,
    at?: number,
  ) {
    copied += from.length;
    own.call(this, from, at);
  });
  const framing = new Framing();
  const out: Uint8Array[] = [];
  for (let at = 0; at < size; at += 1)
    out.push(...framing.push(message.subarray(at, at + 1)).messages);
  spy.mockRestore();
  expect(out).toEqual([message]);
  expect(copied).toBeLessThan(3 * size);
  expect(framing.waiting).toBe(0);
});

it('lets go of what it held once the stream is broken', () => {
  const framing = new Framing();
  expect(framing.push(Uint8Array.of(0xff))).toEqual({ messages: [], fault: null });
  expect(framing.waiting).toBe(1);
  expect(framing.push(Uint8Array.of(0xff, 0, 3)).fault).toBe('message_size_too_small');
  expect(framing.waiting).toBe(0);
  expect(framing.push(Uint8Array.of(0xff, 0xff)).messages).toEqual([]);
});
