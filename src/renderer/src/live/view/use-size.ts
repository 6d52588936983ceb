// Owns knowing how large an element is, so that a drawing can be made in its own px. Refuses to
// guess: before the first look it is nothing wide.
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** An element's inner size, in whole px, followed. */
export function useSize<E extends Element>(): { ref: RefObject<E | null>; size: Size } {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => {
      const next = { widthPx: element.clientWidth, heightPx: element.clientHeight };
      setSize((old) =>
        old.widthPx === next.widthPx && old.heightPx === next.heightPx ? old : next,
      );
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    look();
    return () => {
      watch.disconnect();
    };
  }, []);
  return { ref, size };
}
