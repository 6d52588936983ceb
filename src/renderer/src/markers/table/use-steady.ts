// Owns keeping the table where it is read: rows that come in above a picked one push nothing, they
// are counted until somebody goes to the top. Refuses to hold back a table nobody picks in.
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
  type UIEvent,
} from 'react';
import type { Scrolled } from './rail-marks';

interface Steady {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrolled: Scrolled;
  /** Rows that came in above what is seen. */
  readonly newer: number;
  readonly onScroll: (event: UIEvent) => void;
  readonly toTop: () => void;
}

const NOWHERE: Scrolled = { topPx: 0, heightPx: 0, wholePx: 0 };

function measured(element: HTMLElement): Scrolled {
  const { scrollTop, clientHeight, scrollHeight } = element;
  return { topPx: scrollTop, heightPx: clientHeight, wholePx: scrollHeight };
}

function same(a: Scrolled, b: Scrolled): boolean {
  return a.topPx === b.topPx && a.heightPx === b.heightPx && a.wholePx === b.wholePx;
}

/** Rows above the one that was first; 0 where that one is gone. */
function above(keys: readonly string[], first: string | null): number {
  return first === null ? 0 : Math.max(0, keys.indexOf(first));
}

/** The element that scrolls, once rows are drawn in it. */
function scrollerIn(box: HTMLElement): HTMLElement | null {
  return (
    box.querySelector<HTMLElement>('[data-key]')?.closest<HTMLElement>('[role="rowgroup"]') ?? null
  );
}

/** Scrolls down, with room below where the list is too short for it. */
function scrollBy(box: HTMLElement, element: HTMLElement, px: number): void {
  const room = element.scrollHeight - element.clientHeight;
  box.style.setProperty('--slack', `${Math.max(0, px - room)}px`);
  element.scrollTop = px;
}

/** Watches rows come in: when the list takes them, which may be later than they are known. */
function watchRows(inside: HTMLElement, settle: (first: string | null) => string | null) {
  let first: string | null = null;
  const run = (): void => {
    first = settle(first);
  };
  const watch = new MutationObserver(run);
  watch.observe(inside, { childList: true, subtree: true });
  run();
  return () => {
    watch.disconnect();
  };
}

/** Steadies the scroller inside `box`. `keys` newest first; `hold`: somebody picked a row. */
export function useSteady(keys: readonly string[], rowPx: number, hold: boolean): Steady {
  const box = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement | null>(null);
  const [scrolled, setScrolled] = useState(NOWHERE);
  const [seenFirst, setSeenFirst] = useState<string | null>(null);
  const newest = useRef({ keys, hold });
  const note = useCallback(
    (element: HTMLElement): void => {
      scroller.current = element;
      const next = measured(element);
      setScrolled((old) => (same(old, next) ? old : next));
      if (next.topPx < rowPx) setSeenFirst(newest.current.keys[0] ?? null);
      if (next.topPx === 0) box.current?.style.setProperty('--slack', '0px');
    },
    [rowPx],
  );
  useLayoutEffect(() => {
    newest.current = { keys, hold };
  }, [keys, hold]);
  useLayoutEffect(() => {
    const inside = box.current;
    if (inside === null) return;
    return watchRows(inside, (first) => {
      const element = scrollerIn(inside);
      const drawn = element?.querySelector<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
      if (element === null || drawn === null) return first;
      const at = newest.current;
      const added = above(at.keys, first) - above(at.keys, drawn);
      // Once scrolled the list keeps its own place; at the very top it follows the newest.
      const atTop = element.scrollTop === 0;
      if (atTop && at.hold && added > 0) scrollBy(inside, element, added * rowPx);
      note(element);
      return atTop ? drawn : first;
    });
  }, [note, rowPx]);
  return {
    box,
    scroller,
    scrolled,
    newer: above(keys, seenFirst),
    onScroll: ({ target }) => {
      if (target instanceof HTMLElement) note(target);
    },
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
  };
}
