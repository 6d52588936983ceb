// Owns proof that what arrives on the feeds is kept at once, drawn in the next frame, and that a
// flood of waiting auctions never pushes out what was sold.
import { beforeEach, expect, it, vi } from 'vitest';
import { FEED_BATCH, FEED_KEEP } from '../../../src/contract/limits';
import {
  feedPlace,
  statusOf,
  takeBatch,
  useAuctions,
  useStatus,
} from '../../../src/renderer/src/store/feeds';
import { auctionOf, statusOfEngine } from '../records';

const frames: (() => void)[] = [];
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));

function drawFrame(): void {
  for (const draw of frames.splice(0)) draw();
}

beforeEach(drawFrame);

const at = '2026-11-20T02:41:19.980Z';

it('keeps its place at once and draws in the next frame', () => {
  const status = { epoch: 'e', seq: 4, kind: 'snapshot', more: false, at } as const;
  takeBatch('status', { ...status, items: [statusOfEngine({ mode: 'SETUP' })] });
  takeBatch('status', { ...status, seq: 5, items: [statusOfEngine({ mode: 'REHEARSAL' })] });
  expect(feedPlace('status').seq).toBe(5);
  expect(statusOf(useStatus.getState())).toBeNull();
  expect(frames).toHaveLength(1);
  drawFrame();
  expect(statusOf(useStatus.getState())?.mode).toBe('REHEARSAL');
  expect(useStatus.getState().items).toHaveLength(1);
});

it('lets waiting auctions go before any that was decided', () => {
  takeBatch('auctions', {
    ...{ epoch: 'e', seq: 1, kind: 'snapshot', more: false, at },
    items: [auctionOf({ id: 'sold' })],
  });
  for (let from = 0; from < FEED_KEEP * 2; from += FEED_BATCH) {
    const items = Array.from({ length: FEED_BATCH }, (_, n) =>
      auctionOf({ id: `w-${from + n}`, status: 'CREATED', createdAt: '2026-11-20T03:00:00.000Z' }),
    );
    takeBatch('auctions', { epoch: 'e', seq: from + 2, kind: 'delta', more: false, at, items });
  }
  drawFrame();
  const { items } = useAuctions.getState();
  expect(items).toHaveLength(FEED_KEEP);
  expect(items[0]?.id).toBe('sold');
});
