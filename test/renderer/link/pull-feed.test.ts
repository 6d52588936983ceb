// Owns proof of the feed loop: its pace, its back-off, its end on a lost reply, and that it never
// spins whatever the engine answers. Time is virtual.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedBatch } from '../../../src/contract/feed';
import { FEED_PAUSE_MS } from '../../../src/contract/limits';
import {
  BACK_OFF_LEAST_MS,
  BACK_OFF_MOST_MS,
  backOffMs,
} from '../../../src/renderer/src/link/back-off';
import { pullFeed, type FeedLoop, type PullInput } from '../../../src/renderer/src/link/pull-feed';
import { rpcAddress } from '../../../src/renderer/src/link/socket';
import { inTime, REPLY_DEADLINE_MS } from '../../../src/renderer/src/link/wait';

const EMPTY: FeedBatch<string> = {
  epoch: 'e',
  seq: 1,
  kind: 'delta',
  items: [],
  more: false,
  at: '2026-11-20T02:41:19.980Z',
};

type Pull = (input: PullInput, signal: AbortSignal) => Promise<FeedBatch<string>>;

function loopOver(pull: Pull, epoch: string | null = 'e') {
  const take = vi.fn();
  const refused = vi.fn();
  const loop: FeedLoop<string> = {
    waitMs: 1_000,
    place: () => ({ epoch, seq: 7 }),
    pull,
    take,
    refused,
    nowMs: () => performance.now(),
    chance: () => 0.5,
  };
  return { loop, take, refused };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the pace', () => {
  it('pulls at most every pause while answers come at once', async () => {
    const pull = vi.fn(() => Promise.resolve(EMPTY));
    const end = new AbortController();
    const done = pullFeed(loopOver(pull).loop, end.signal);
    await vi.advanceTimersByTimeAsync(FEED_PAUSE_MS * 10 - 1);
    expect(pull).toHaveBeenCalledTimes(10);
    end.abort();
    await expect(done).resolves.toBe('ended');
  });

  it('pulls again at once while there is more', async () => {
    const answers = [{ ...EMPTY, more: true }, { ...EMPTY, more: true }, EMPTY];
    const pull = vi.fn(() => Promise.resolve(answers.shift() ?? EMPTY));
    const end = new AbortController();
    void pullFeed(loopOver(pull).loop, end.signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(pull).toHaveBeenCalledTimes(3);
    end.abort();
  });

  it('asks from its place, or from nothing before it has one', async () => {
    const pull = vi.fn<Pull>(() => Promise.resolve(EMPTY));
    const end = new AbortController();
    void pullFeed(loopOver(pull).loop, end.signal);
    void pullFeed(loopOver(pull, null).loop, end.signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(pull.mock.calls.map(([input]) => input)).toEqual([
      { epoch: 'e', seq: 7, waitMs: 1_000 },
      { waitMs: 1_000 },
    ]);
    end.abort();
  });
});

describe('faults', () => {
  it('backs off on refusals and never spins', async () => {
    const pull = vi.fn(() => Promise.reject(new Error('too many')));
    const { loop, refused, take } = loopOver(pull);
    const end = new AbortController();
    void pullFeed(loop, end.signal);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pull.mock.calls.length).toBeLessThan(12);
    expect(refused.mock.calls.map(([, inARow]) => inARow as number)).toEqual(
      pull.mock.calls.map((_, index) => index + 1),
    );
    expect(take).not.toHaveBeenCalled();
    end.abort();
  });

  it('ends as lost when a reply does not come in time', async () => {
    const aborted = vi.fn();
    const pull: Pull = (_, signal) => {
      signal.addEventListener('abort', aborted);
      return new Promise(() => undefined);
    };
    const done = pullFeed(loopOver(pull).loop, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(REPLY_DEADLINE_MS);
    await expect(done).resolves.toBe('lost');
    expect(aborted).toHaveBeenCalledOnce();
  });

  it('takes nothing that comes after the end', async () => {
    let answer: (batch: FeedBatch<string>) => void = () => undefined;
    const { loop, take } = loopOver(() => new Promise((resolve) => (answer = resolve)));
    const end = new AbortController();
    const done = pullFeed(loop, end.signal);
    end.abort();
    answer(EMPTY);
    await expect(done).resolves.toBe('ended');
    expect(take).not.toHaveBeenCalled();
  });

  it('leaves no timer behind a good reply', async () => {
    await inTime(() => Promise.resolve(1));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the back-off', () => {
  it('stays within its bounds and grows', () => {
    for (const chance of [0, 0.5, 1]) {
      const waits = Array.from({ length: 12 }, (_, n) => backOffMs(n + 1, chance));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(BACK_OFF_LEAST_MS);
      expect(Math.max(...waits)).toBeLessThanOrEqual(BACK_OFF_MOST_MS);
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
    }
    expect(backOffMs(12, 1)).toBe(BACK_OFF_MOST_MS);
  });

  it('differs with chance', () => {
    expect(backOffMs(4, 0)).not.toBe(backOffMs(4, 1));
  });
});

it('the address is the page’s own', () => {
  expect(rpcAddress({ protocol: 'http:', host: '127.0.0.1:9480' })).toBe('ws://127.0.0.1:9480/rpc');
  expect(rpcAddress({ protocol: 'https:', host: 'truck' })).toBe('wss://truck/rpc');
});
