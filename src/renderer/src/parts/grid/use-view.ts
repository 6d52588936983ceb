// Owns what of a scrolling list is seen: its place, its height, and keeping what is read in place
// when rows come in above.
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { rowsAbove, type View } from './window';

interface Scrolled {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly view: View;
  readonly onScroll: () => void;
}

/** Follows a scroller. `keys` are the rows shown, newest first. */
export function useView(rowPx: number, keys: readonly string[]): Scrolled {
  const scroller = useRef<HTMLDivElement>(null);
  const first = useRef<string | null>(null);
  const [seen, setSeen] = useState({ topPx: 0, heightPx: 0 });
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const next = { topPx: element.scrollTop, heightPx: element.clientHeight };
    setSeen((old) => (old.topPx === next.topPx && old.heightPx === next.heightPx ? old : next));
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const watch = new ResizeObserver(onScroll);
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [onScroll]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const added = rowsAbove(keys, first.current);
    first.current = keys[0] ?? null;
    // At the very top one follows what is new; further down one reads, and that must not move.
    if (element !== null && element.scrollTop > 0 && added > 0) element.scrollTop += added * rowPx;
    onScroll();
  }, [keys, rowPx, onScroll]);
  return { scroller, view: { ...seen, rowPx }, onScroll };
}
