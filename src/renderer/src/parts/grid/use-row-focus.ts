// Owns which row of a list holds the focus, and moving it by key: J/K, arrows, pages, ends. The
// focus stays with its row when rows come in above. Refuses to act while a modifier is held.
import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { moveBy, topToSee, type View } from './window';

interface Asked<T> {
  readonly rows: readonly T[];
  readonly keys: readonly string[];
  readonly selectedKey: string | null;
  readonly view: View;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onOpen: ((item: T) => void) | undefined;
  readonly onMove: ((item: T) => void) | undefined;
}

/** What the rows need to know of the focus. */
export interface RowFocus {
  /** The row that Tab leads to. */
  readonly focusAt: number;
  /** Set while the focus is to follow a key; the row clears it when it takes it. */
  readonly wanted: RefObject<boolean>;
  readonly onFocus: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The focus of a list. */
export function useRowFocus<T>(asked: Asked<T>): RowFocus {
  const { rows, keys, view, scroller } = asked;
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const wanted = useRef(false);
  const focusAt = Math.max(0, keys.indexOf(focusKey ?? asked.selectedKey ?? ''));
  const onFocus = useCallback((key: string) => {
    setFocusKey(key);
  }, []);

  const moveTo = (at: number): void => {
    const [item, key] = [rows[at], keys[at]];
    if (item === undefined || key === undefined) return;
    wanted.current = true;
    setFocusKey(key);
    asked.onMove?.(item);
    if (scroller.current !== null) scroller.current.scrollTop = topToSee(view, at);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = rows[focusAt];
    if (event.key === 'Enter' && item !== undefined) asked.onOpen?.(item);
    const page = Math.max(1, Math.floor(view.heightPx / view.rowPx) - 1);
    const at = moveBy(event.key, focusAt, page);
    if (at === null) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(Math.min(rows.length - 1, Math.max(0, at)));
  };

  return { focusAt, wanted, onFocus, onKeyDown };
}
