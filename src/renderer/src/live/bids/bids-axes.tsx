// Owns the plane of the bids' drawing: its px, and the round marks on both axes. Refuses marks that
// would stand on each other.
import type { Auction } from '../../../../contract/auction';
import { amountText, countText } from '../../parts/text/money';
import type { Size } from '../view/use-size';
import styles from './bids.module.css';
import type { BidsPlot } from './bids-plot';

export const LEFT_PX = 76;
const RIGHT_PX = 14;
export const TOP_PX = 18;
const FOOT_PX = 24;

/** Where shares of the plane stand, in px. */
export interface Plane {
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
  readonly right: number;
  readonly bottom: number;
}

/** The plane of a drawing of this size. */
export function planeOf({ widthPx, heightPx }: Size): Plane {
  const right = Math.max(LEFT_PX + 1, widthPx - RIGHT_PX);
  const bottom = Math.max(TOP_PX + 1, heightPx - FOOT_PX);
  const x = (share: number): number => LEFT_PX + share * (right - LEFT_PX);
  const y = (share: number): number => bottom - share * (bottom - TOP_PX);
  return { x, y, right, bottom };
}

/** What a part of the drawing is made from. */
export interface PartProps {
  readonly plot: BidsPlot;
  readonly plane: Plane;
  readonly auction: Auction;
}

/** As many of the marks as have room, evenly left out. */
function roomy(marks: BidsPlot['centMarks'], heightPx: number): BidsPlot['centMarks'] {
  const [first, second] = marks;
  const apartPx =
    first === undefined || second === undefined ? 24 : (second[1] - first[1]) * heightPx;
  const every = Math.max(1, Math.ceil(20 / Math.max(1, apartPx)));
  return marks.filter((_, at) => at % every === 0);
}

/** Round amounts and milliseconds. */
export function Axes({ plot, plane, auction }: PartProps) {
  const { x, y, right, bottom } = plane;
  return (
    <>
      {roomy(plot.centMarks, bottom - TOP_PX).map(([cents, share]) => (
        <g key={cents}>
          <line className={styles.grid} x1={LEFT_PX} x2={right} y1={y(share)} y2={y(share)} />
          <text className={styles.axis} x={LEFT_PX - 8} y={y(share) + 4} textAnchor="end">
            {amountText(cents, auction.currency)}
          </text>
        </g>
      ))}
      {plot.msMarks.map(([ms, share]) => (
        <g key={ms}>
          <line className={styles.grid} x1={x(share)} x2={x(share)} y1={TOP_PX} y2={bottom} />
          <text className={styles.axis} x={x(share)} y={bottom + 16} textAnchor="middle">
            {ms === 0 ? '0 ms' : countText(ms)}
          </text>
        </g>
      ))}
    </>
  );
}
