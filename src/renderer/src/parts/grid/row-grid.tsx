// Owns long lists: only the rows in view are drawn, one row holds the focus, J/K and the arrows
// move it, Enter and a click open it. Refuses to lose the focused row when the list scrolls or
// grows.
import type { FocusEvent, ReactNode } from 'react';
import { cx } from '../cx';
import { Rows, type RowsLook } from './rows';
import styles from './row-grid.module.css';
import { useQuietInsert } from './use-quiet-insert';
import { useRowFocus } from './use-row-focus';
import { useView } from './use-view';

interface Props<T> extends RowsLook<T> {
  readonly label: string;
  readonly items: readonly T[];
  /** Column heads, each with role columnheader. */
  readonly head: ReactNode;
  /** Told when a key moves the focus, for lists whose selection follows it. */
  readonly onMove?: (item: T) => void;
  /** Told which row has the focus, null when none has. */
  readonly onRead?: (item: T | null) => void;
}

/** A list of rows. */
export function RowGrid<T>(props: Props<T>) {
  const { keyOf, rowPx, onOpen, onMove, onRead, selectedKey = null } = props;
  const allKeys = props.items.map(keyOf);
  const { waiting, ...pointer } = useQuietInsert(allKeys);
  const rows = props.items.slice(waiting);
  const keys = allKeys.slice(waiting);
  const { scroller, view, onScroll } = useView(rowPx, keys);
  const focus = useRowFocus({ rows, keys, selectedKey, view, scroller, onOpen, onMove });
  const read = ({ target }: FocusEvent<HTMLElement>): void => {
    onRead?.(rows[keys.indexOf(target.dataset['key'] ?? '')] ?? null);
  };
  return (
    <div
      className={styles.grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.items.length + 1}
      onKeyDown={focus.onKeyDown}
      onFocus={read}
      onBlur={() => onRead?.(null)}
    >
      <div role="rowgroup">
        <div className={cx(styles.head, props.columns)} role="row" aria-rowindex={1}>
          {props.head}
        </div>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="rowgroup"
        onScroll={onScroll}
        {...pointer}
      >
        <Rows {...props} selectedKey={selectedKey} {...{ rows, keys, waiting, view, focus }} />
      </div>
      {waiting > 0 ? <div className={styles.waiting}>{waiting} newer wait</div> : null}
    </div>
  );
}
