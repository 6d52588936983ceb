// Owns one row of a list: its place, its focus, its click. Drawn again only when its item changed.
// Refuses to open on Space: Enter and a click do, and nothing here fires anything.
import { memo, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cx } from '../cx';
import { useCssNumber } from '../use-css-number';
import styles from './row-grid.module.css';

interface Props<T> {
  readonly item: T;
  readonly rowKey: string;
  readonly at: number;
  /** Its number in the whole list, from 0. */
  readonly place: number;
  readonly tabbable: boolean;
  readonly selected: boolean;
  readonly wanted: RefObject<boolean>;
  readonly className: string;
  readonly cells: (item: T) => ReactNode;
  readonly onFocus: (key: string) => void;
  readonly onOpen: ((item: T) => void) | undefined;
}

function PlainRow<T>(props: Props<T>) {
  const { item, tabbable, wanted, onOpen } = props;
  const row = useRef<HTMLDivElement>(null);
  useCssNumber(row, '--at', props.at);
  useLayoutEffect(() => {
    if (!tabbable || !wanted.current) return;
    wanted.current = false;
    row.current?.focus({ preventScroll: true });
  });
  return (
    <div
      ref={row}
      className={cx(styles.row, props.selected && styles.selected, props.className)}
      role="row"
      aria-rowindex={props.place + 2}
      aria-selected={props.selected}
      tabIndex={tabbable ? 0 : -1}
      data-key={props.rowKey}
      onFocus={() => {
        props.onFocus(props.rowKey);
      }}
      onClick={() => onOpen?.(item)}
    >
      {props.cells(item)}
    </div>
  );
}

/** One row. */
export const Row = memo(PlainRow) as typeof PlainRow;
