// Owns the reckoning of long lists: which rows are drawn, where the view must stand so that what is
// read does not move, which rows wait while the pointer reads. Pure.

/** Rows drawn beyond the edge, so that a fast scroll shows no gap. */
export const OVERSCAN = 4;

/** The view: what is scrolled away above, the height seen, the height of a row. */
export interface View {
  readonly topPx: number;
  readonly heightPx: number;
  readonly rowPx: number;
}

/** First row drawn and the one after the last. */
export function rowsInView(view: View, count: number): { from: number; to: number } {
  const first = Math.floor(view.topPx / view.rowPx) - OVERSCAN;
  const last = Math.ceil((view.topPx + view.heightPx) / view.rowPx) + OVERSCAN;
  const from = Math.min(Math.max(0, first), count);
  return { from, to: Math.max(from, Math.min(count, last)) };
}

/** Where to scroll so that a row is wholly seen; the present place where it already is. */
export function topToSee(view: View, row: number): number {
  const rowTop = row * view.rowPx;
  if (rowTop < view.topPx) return rowTop;
  const over = rowTop + view.rowPx - view.heightPx;
  return Math.max(view.topPx, over);
}

/** How many rows came in above the one that was first; 0 where that one is gone. */
export function rowsAbove(keys: readonly string[], firstKey: string | null): number {
  if (firstKey === null) return 0;
  return Math.max(0, keys.indexOf(firstKey));
}

/** The row a key leads to from row `at`; null for a key that does not move. */
export function moveBy(key: string, at: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    j: at + 1,
    J: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    K: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: Number.MAX_SAFE_INTEGER,
  };
  return steps[key] ?? null;
}
