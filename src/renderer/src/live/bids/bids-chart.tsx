// Owns the drawing of an auction's bids over its milliseconds: each bid, the floor, the close, and
// while it is open how far it has gone. Refuses amounts while bids are sealed.
import { useLayoutEffect, useRef } from 'react';
import type { Auction, Bid } from '../../../../contract/auction';
import { isOpen } from '../../auctions/why';
import { sharePassed } from '../../parts/text/countdown';
import { amountText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';
import { eachTenth } from '../../store/vitals';
import { seenNowMs } from '../view/seen';
import type { Size } from '../view/use-size';
import { Axes, LEFT_PX, planeOf, TOP_PX, type PartProps } from './bids-axes';
import styles from './bids.module.css';
import { bidsPlot, ranksBeside } from './bids-plot';

function Lines({ plot, plane, auction }: PartProps) {
  const { x, y, right, bottom } = plane;
  const [floorY, closeX] = [y(plot.floorY), x(plot.closeX)];
  return (
    <>
      <line className={styles.floor} x1={LEFT_PX} x2={right} y1={floorY} y2={floorY} />
      <text className={styles.said} x={closeX - 8} y={floorY - 6} textAnchor="end">
        floor {amountText(auction.floorCents, auction.currency)}
      </text>
      <line className={styles.close} x1={closeX} x2={closeX} y1={4} y2={bottom} />
      <text className={styles.said} x={closeX + 5} y={14}>
        close
      </text>
    </>
  );
}

/** How far an open auction has gone, by the engine's time. */
function Gone({ plane, plot, auction }: PartProps) {
  const gone = useRef<SVGRectElement>(null);
  useLayoutEffect(() => {
    const span = { fromMs: epochMs(auction.openedAt), toMs: epochMs(auction.endsAt) };
    const most = plane.x(plot.closeX) - LEFT_PX;
    const draw = (): void => {
      const share = sharePassed({ ...span, nowMs: seenNowMs() });
      gone.current?.setAttribute('width', String(Math.round(share * most)));
    };
    draw();
    return eachTenth(draw);
  });
  const height = plane.bottom - TOP_PX;
  return <rect ref={gone} className={styles.gone} x={LEFT_PX} y={TOP_PX} height={height} />;
}

function Bids({ plot, plane }: Omit<PartProps, 'auction'>) {
  const ranks = ranksBeside(plot.bids);
  return (
    <>
      {plot.bids.map(({ id, x: shareX, y: shareY, counts }) => {
        const [x, y] = [plane.x(shareX), plane.y(shareY)];
        return (
          <g key={id}>
            {counts ? (
              <circle className={styles.bid} cx={x} cy={y} r={4} />
            ) : (
              <path className={styles.under} d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />
            )}
            <text className={styles.rank} x={x + 8} y={y + 4}>
              {ranks.get(id)}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface Props {
  readonly auction: Auction;
  readonly bids: readonly Bid[];
  readonly size: Size;
}

/** The chart; nothing before the auction opened. */
export function BidsChart({ auction, bids, size }: Props) {
  const plot = bidsPlot(auction, bids);
  if (plot === null || size.widthPx === 0) return null;
  const plane = planeOf(size);
  const part = { plot, plane, auction };
  const words = `${auction.id}: ${bids.length} bids shown over ${Math.round(plot.spanMs)} ms`;
  return (
    <svg
      className={styles.chart}
      width={size.widthPx}
      height={size.heightPx}
      role="img"
      aria-label={words}
    >
      <Axes {...part} />
      {isOpen(auction) ? <Gone {...part} /> : null}
      <Lines {...part} />
      <Bids plot={plot} plane={plane} />
    </svg>
  );
}
