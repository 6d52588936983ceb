// Owns the rail beside the table: where in the whole list something went wrong or was taken, and
// which part is seen. A click goes there. Refuses to move the table by itself.
import type { MouseEvent, RefObject } from 'react';
import { RAIL_PLACES, railWindow, type RailMark, type Scrolled } from './rail-marks';
import styles from './table.module.css';

interface Props {
  readonly marks: readonly RailMark[];
  readonly scrolled: Scrolled;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** One path for all marks of a width. */
function pathOf(marks: readonly RailMark[], fault: boolean): string {
  const [from, to] = fault ? [2, 18] : [6, 14];
  return marks
    .filter((mark) => mark.fault === fault)
    .map(({ place }) => `M${from} ${place + 0.8}H${to}`)
    .join('');
}

/** The rail. Hidden from readers: the list itself says all of it. */
export function ScrollRail({ marks, scrolled, scroller }: Props) {
  const { from, size } = railWindow(scrolled);
  const go = ({ clientY, currentTarget }: MouseEvent<SVGSVGElement>): void => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const to = ((clientY - top) / height) * scrolled.wholePx - scrolled.heightPx / 2;
    scroller.current?.scrollTo({ top: to });
  };
  return (
    <svg
      className={styles.rail}
      viewBox={`0 0 20 ${RAIL_PLACES}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-faults={marks.filter(({ fault }) => fault).length}
      onClick={go}
    >
      <path className={styles.taken} d={pathOf(marks, false)} />
      <path className={styles.faults} d={pathOf(marks, true)} />
      <rect className={styles.seen} x="1" y={from} width="18" height={Math.max(size, 4)} />
    </svg>
  );
}
