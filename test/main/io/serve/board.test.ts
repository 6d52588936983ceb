// Owns the tests of the feeds' board by itself: positions, eviction, waiting and its limits. The
// suite in test/contract sees the same through clients.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { FeedPull } from '../../../../src/contract/feed';
import { createBoard, type PulledBoard } from '../../../../src/main/io/serve/board';
import { markerRow } from '../../../contract/canned-rows';

const clock = { wallMs: () => 0, monoMs: () => 0 };
const still = { waitMs: 0 };

function boardOf(keep: number, batch: number, waitersMost = 10): PulledBoard {
  return createBoard({ clock, epoch: 'e', keep, batch, waitersMost });
}

function post(board: PulledBoard, ...ids: number[]): void {
  for (const id of ids) board.post('markers', String(id), markerRow(id));
}

async function idsFrom(board: PulledBoard, ask: FeedPull) {
  const { items, ...batch } = await board.pull('markers', ask);
  return { ...batch, ids: items.map(({ seq }) => seq) };
}

describe('a position', () => {
  it('that has not seen what gave way begins again; one that has, goes on', async () => {
    const board = boardOf(3, 10);
    post(board, 1, 2, 3, 4, 5);
    expect(await idsFrom(board, { epoch: 'e', seq: 1, ...still })).toMatchObject({
      kind: 'snapshot',
      ids: [3, 4, 5],
    });
    expect(await idsFrom(board, { epoch: 'e', seq: 2, ...still })).toMatchObject({
      kind: 'delta',
      ids: [3, 4, 5],
      seq: 5,
    });
  });

  it.each([
    ['of another run', { epoch: 'other', seq: 2 }],
    ['from the future', { epoch: 'e', seq: 99 }],
    ['without a number', { epoch: 'e' }],
    ['without a run', { seq: 2 }],
  ])('%s begins again', async (_, ask) => {
    const board = boardOf(3, 10);
    post(board, 1, 2);
    expect(await idsFrom(board, { ...ask, ...still })).toMatchObject({ kind: 'snapshot', seq: 2 });
  });

  it('is told of a row once, in its newest state, in the order of the last change', async () => {
    const board = boardOf(10, 10);
    post(board, 1, 2, 3, 1, 1);
    expect((await idsFrom(board, { epoch: 'e', seq: 0, ...still })).ids).toEqual([2, 3, 1]);
  });

  it('has a row made only once somebody looks, and once for all who look', async () => {
    const board = boardOf(2, 10);
    const made: number[] = [];
    for (const id of [1, 2, 3])
      board.post('markers', String(id), () => {
        made.push(id);
        return markerRow(id);
      });
    expect(made).toEqual([]);
    const first = await idsFrom(board, still);
    expect(await idsFrom(board, still)).toEqual(first);
    expect(made).toEqual([2, 3]);
  });

  it('ends up with the newest state of what is kept, however it pulls', async () => {
    const step = fc.oneof(
      fc.record({ post: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ pull: fc.constant(true) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, keep) => {
          const board = boardOf(keep, 3);
          const newest = new Map<number, number>();
          let seen = new Map<number, number>();
          let at: { epoch?: string; seq?: number } = {};
          const pull = async (): Promise<boolean> => {
            const batch = await board.pull('markers', { ...at, ...still });
            if (batch.kind === 'snapshot') seen = new Map();
            for (const { seq, copies } of batch.items) seen.set(seq, copies);
            at = { epoch: batch.epoch, seq: batch.seq };
            return batch.more;
          };
          for (const [copies, { post: id, pull: now }] of steps.map(
            (s, n) => [n, wide(s)] as const,
          ))
            if (id !== undefined) {
              newest.delete(id);
              newest.set(id, copies);
              board.post('markers', String(id), { ...markerRow(id), copies });
            } else if (now) await pull();
          while (await pull());
          for (const kept of [...newest].slice(-keep)) expect([...seen]).toContainEqual(kept);
          for (const [id, copies] of seen) expect(newest.get(id)).toBe(copies);
        },
      ),
    );
  });
});

function wide(step: { post: number } | { pull: boolean }): { post?: number; pull?: boolean } {
  return step;
}

describe('waiting', () => {
  const after = (seq: number): FeedPull => ({ epoch: 'e', seq, waitMs: 60_000 });

  it('gives all posts of one turn in one answer', async () => {
    const board = boardOf(10, 10);
    const waits = idsFrom(board, after(0));
    post(board, 1);
    post(board, 2);
    expect(await waits).toMatchObject({ ids: [1, 2], kind: 'delta' });
  });

  it('ends with nothing when its time is over', async () => {
    vi.useFakeTimers();
    const board = boardOf(10, 10);
    const waits = idsFrom(board, { ...after(0), waitMs: 3_000 });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(board.waiting()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    expect(await waits).toMatchObject({ ids: [], kind: 'delta', seq: 0 });
    expect(board.waiting()).toBe(0);
  });

  it('is not for more than there is room for; the rest is answered at once', async () => {
    const board = boardOf(10, 10, 2);
    const first = [idsFrom(board, after(0)), idsFrom(board, after(0))];
    expect((await idsFrom(board, after(0))).ids).toEqual([]);
    expect(board.waiting()).toBe(2);
    post(board, 1);
    expect((await Promise.all(first)).map(({ ids }) => ids)).toEqual([[1], [1]]);
  });

  it('ends at a restart with a snapshot, and at the close for good', async () => {
    const board = boardOf(10, 10);
    const waits = idsFrom(board, after(0));
    board.restart('f');
    post(board, 7);
    expect(await waits).toMatchObject({ kind: 'snapshot', epoch: 'f', ids: [7] });
    const last = idsFrom(board, { epoch: 'f', seq: 1, waitMs: 60_000 });
    board.close();
    expect((await last).ids).toEqual([]);
    expect((await idsFrom(board, { epoch: 'f', seq: 1, waitMs: 60_000 })).ids).toEqual([]);
  });

  it('does not begin for a call that is given up already', async () => {
    const board = boardOf(10, 10);
    const batch = await board.pull('markers', after(0), AbortSignal.abort());
    expect(batch.items).toEqual([]);
    expect(board.waiting()).toBe(0);
  });
});
