// Owns proof of which notice the line shows, of acknowledging, and of drawing once a frame.
// Refuses to wait: the moments are handed in.
import { describe, expect, it, vi } from 'vitest';
import { frameCollector } from '../../../src/renderer/src/store/in-frame';
import {
  openNotices,
  topNotice,
  withCauses,
  type Cause,
  type Notice,
} from '../../../src/renderer/src/store/notices';

function notice(key: string, part: Partial<Notice> = {}): Notice {
  const at = { atMs: null, untilMonoMs: null, acknowledged: false, over: false };
  return { key, level: 'info', text: key, cause: null, ...at, ...part };
}

const DISK: Cause = { cause: 'trouble', level: 'critical', text: 'No disk.', atMs: 1 };
const HELD: Cause = { cause: 'held', level: 'warning', text: 'Held.', atMs: 1 };

describe('the notice line', () => {
  it('shows the gravest, of equals the newest', () => {
    const warn = notice('w', { level: 'warning' });
    const grave = notice('c', { level: 'critical' });
    const graver = notice('d', { level: 'critical' });
    expect(topNotice([grave, warn, notice('i')], 0)).toBe(grave);
    expect(topNotice([grave, graver, warn], 0)).toBe(graver);
    expect(topNotice([], 0)).toBeNull();
  });

  it('lets warnings and words run out, and not what is critical', () => {
    const all = withCauses([notice('p', { untilMonoMs: 5_000 })], [HELD, DISK]);
    const [words, held, disk] = all;
    expect((held?.untilMonoMs ?? 0) - performance.now()).toBeGreaterThan(9_000);
    expect(
      topNotice(
        [words, held].filter((one) => one !== undefined),
        4_999,
      ),
    ).toBe(held);
    expect(topNotice(all, 1e9)).toBe(disk);
    expect(topNotice(all.slice(0, 2), 1e9)).toBeNull();
  });

  it('keeps a critical one whose cause is gone until somebody acknowledges it', () => {
    const gone = withCauses(withCauses([], [DISK]), []);
    expect(gone[0]).toMatchObject({ over: true, acknowledged: false });
    expect(topNotice(gone, 1e9)).toBe(gone[0]);
    const seen = gone.map((one) => ({ ...one, acknowledged: true }));
    expect([topNotice(seen, 0), openNotices(seen, 0)]).toEqual([null, []]);
  });
});

describe('the list of notices', () => {
  it('holds a cause once while it lasts, and anew when it comes back', () => {
    const first = withCauses([], [DISK]);
    expect(withCauses(first, [DISK])).toBe(first);
    const again = withCauses(withCauses(first, []), [DISK]);
    expect(again.map(({ over }) => over)).toEqual([true, false]);
    expect(again[0]?.key).not.toBe(again[1]?.key);
  });

  it('counts what holds as open though its line has run out, and not what was said', () => {
    const all = withCauses([notice('p', { untilMonoMs: 5_000 })], [HELD]);
    expect(openNotices(all, 1e9).map(({ cause }) => cause)).toEqual(['held']);
  });

  it('tells a cause by its newest words, and forgets a fleeting one', () => {
    const first = withCauses([], [DISK, { ...HELD, fleeting: true }]);
    const next = withCauses(first, [{ ...DISK, text: 'Still no disk.' }]);
    expect(next.map(({ text }) => text)).toEqual(['Still no disk.']);
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
