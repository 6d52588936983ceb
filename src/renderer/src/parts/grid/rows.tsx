// Owns which rows of a list are drawn: those in view and the one that holds the focus, each at its
// place on a canvas as high as the whole list. Refuses to draw the rest.
import { useRef, type ReactNode } from 'react';
import { cx } from '../cx';
import { useCssNumber } from '../use-css-number';
import { Row } from './row';
import styles from './row-grid.module.css';
import type { RowFocus } from './use-row-focus';
import { rowsInView, type View } from './window';

/** How the rows of a list look and what they do. */
export interface RowsLook<T> {
  readonly keyOf: (item: T) => string;
  readonly rowPx: number;
  /** The class that sets the columns, for the head and the rows. */
  readonly columns: string | undefined;
  readonly cells: (item: T) => ReactNode;
  readonly rowClass?: (item: T) => string | undefined;
  readonly selectedKey?: string | null;
  readonly onOpen?: (item: T) => void;
}

interface Props<T> extends RowsLook<T> {
  readonly rows: readonly T[];
  readonly keys: readonly string[];
  /** Newer rows held back above these. */
  readonly waiting: number;
  readonly view: View;
  readonly focus: RowFocus;
}

function drawn(span: { from: number; to: number }, focusAt: number, count: number): number[] {
  const rows = Array.from({ length: span.to - span.from }, (_, index) => span.from + index);
  if (count > 0 && !rows.includes(focusAt)) rows.push(focusAt);
  return rows.sort((a, b) => a - b);
}

/** The rows. */
export function Rows<T>(props: Props<T>) {
  const { rows, keys, focus } = props;
  const canvas = useRef<HTMLDivElement>(null);
  useCssNumber(canvas, '--rows', rows.length);
  useCssNumber(canvas, '--row-px', `${props.rowPx}px`);
  const draw = (at: number): ReactNode => {
    const item = rows[at] as T;
    const key = keys[at] ?? '';
    return (
      <Row
        key={key}
        rowKey={key}
        item={item}
        at={at}
        place={props.waiting + at}
        tabbable={at === focus.focusAt}
        selected={key === props.selectedKey}
        wanted={focus.wanted}
        className={cx(props.columns, props.rowClass?.(item))}
        cells={props.cells}
        onFocus={focus.onFocus}
        onOpen={props.onOpen}
      />
    );
  };
  return (
    <div ref={canvas} className={styles.canvas} role="presentation">
      {drawn(rowsInView(props.view, rows.length), focus.focusAt, rows.length).map(draw)}
    </div>
  );
}
