// Owns proof of which notice the line shows, of acknowledging, and of drawing once a frame.
// Refuses to wait: the moments are handed in.
import { describe, expect, it, vi } from 'vitest';
import { frameCollector } from '../../../src/renderer/src/store/in-frame';
import { openNotices, topNotice, type Notice } from '../../../src/renderer/src/store/notices';

function notice(key: string, part: Partial<Notice> = {}): Notice {
  return { key, level: 'info', text: key, atMs: null, untilMonoMs: null, ...part };
}

describe('the notice line', () => {
  it('shows the gravest, of equals the newest', () => {
    const warn = notice('w', { level: 'warning' });
    const grave = notice('c', { level: 'critical' });
    const graver = notice('d', { level: 'critical' });
    expect(topNotice([grave, warn, notice('i')])).toBe(grave);
    expect(topNotice([grave, graver, warn])).toBe(graver);
    expect(topNotice([])).toBeNull();
  });

  it('lets passing ones run out and keeps standing ones', () => {
    const passing = notice('p', { untilMonoMs: 5_000 });
    const standing = notice('s');
    expect(openNotices([passing, standing], new Set(), 4_999)).toEqual([passing, standing]);
    expect(openNotices([passing, standing], new Set(), 5_000)).toEqual([standing]);
  });

  it('leaves out what was acknowledged', () => {
    expect(openNotices([notice('s')], new Set(['s']), 0)).toEqual([]);
  });
});

describe('drawing in one frame', () => {
  it('runs the newest of each name, once, in the next frame', () => {
    const frames: (() => void)[] = [];
    const later = frameCollector((run) => frames.push(run));
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    later('auctions', first);
    later('auctions', second);
    later('markers', other);
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    expect(other).toHaveBeenCalledOnce();
    later('auctions', first);
    expect(frames).toHaveLength(2);
  });
});
