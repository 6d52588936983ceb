// Owns how one mark is drawn on its lane: tick, triangle, bar, dot, box, with its words. Refuses to
// place anything: the layout did, in px.
import { memo } from 'react';
import styles from './lanes.module.css';
import type { Look } from './lane-look';
import { FAN_PX, GAP_PX, wordsPx, type PlacedMark } from './lane-layout';

/** Where a lane lies: its top and its height, in px. */
export interface LaneBand {
  readonly topPx: number;
  readonly heightPx: number;
}

interface Props {
  readonly mark: PlacedMark;
  readonly band: LaneBand;
}

const BARS: readonly Look[] = ['open', 'closed', 'unsold'];
const TICKS: readonly Look[] = ['tick', 'idle'];
const TICK_PX = 2;
const TRIANGLES: readonly Look[] = ['hollow', 'unknown', 'declined'];

/** A cue, and its repeats as shorter ticks. */
function Ticks({ mark, band }: Props) {
  const tall = band.heightPx * (mark.look === 'idle' ? 0.5 : 0.68);
  const top = band.topPx + (band.heightPx - tall) / 2;
  const repeats = Array.from({ length: mark.repeats }, (_, at) => mark.xPx + (at + 1) * FAN_PX);
  return (
    <>
      <rect className={styles[mark.look]} x={mark.xPx} y={top} width={TICK_PX} height={tall} />
      {repeats.map((x) => (
        <rect key={x} className={styles.idle} x={x} y={top} width={TICK_PX} height={tall * 0.8} />
      ))}
    </>
  );
}

function Shape({ mark, band }: Props) {
  const { look, xPx: x, widthPx: width } = mark;
  const middle = band.topPx + band.heightPx / 2;
  const className = styles[look];
  if (TICKS.includes(look)) return <Ticks mark={mark} band={band} />;
  if (BARS.includes(look)) {
    const height = band.heightPx * 0.68;
    return (
      <rect className={className} x={x} y={middle - height / 2} width={width} height={height} />
    );
  }
  if (TRIANGLES.includes(look)) {
    return <path className={className} d={`M${x + 8} ${middle - 8}l8 14h-16z`} />;
  }
  if (look === 'won') return <circle className={className} cx={x + 4} cy={middle} r={4} />;
  if (look === 'square' || look === 'frozen') {
    return <rect className={className} x={x} y={middle - 4} width={8} height={8} />;
  }
  if (look === 'dashed') return <circle className={className} cx={x + 5} cy={middle} r={5} />;
  const high = band.heightPx * 0.7;
  const box = { x, y: middle - high / 2, width, height: high };
  const hatch = look === 'rehearsed' ? 'url(#lane-hatch)' : undefined;
  return <rect className={className} {...box} fill={hatch} />;
}

function Words({ mark, band }: Props) {
  const { side, xPx, widthPx, label, low } = mark;
  if (side === null) return null;
  const left = side === 'left';
  const x = left ? xPx - GAP_PX : side === 'inside' ? xPx + GAP_PX : xPx + widthPx + GAP_PX;
  const middle = band.topPx + band.heightPx / 2 + 4;
  const anchor = left ? 'end' : 'start';
  const className = mark.look === 'open' || mark.look === 'next' ? styles.armed : styles.words;
  const onHatch = mark.look === 'rehearsed' && side === 'inside';
  return (
    <>
      {onHatch ? (
        <rect
          className={styles.plate}
          x={x - 3}
          y={middle - 13}
          width={wordsPx(mark)}
          height={18}
        />
      ) : null}
      <text className={className} x={x} y={low === '' ? middle : middle - 8} textAnchor={anchor}>
        {label}
      </text>
      {low === '' ? null : (
        <text className={styles.low} x={x} y={middle + 8} textAnchor={anchor}>
          {low}
        </text>
      )}
    </>
  );
}

/** One mark; its whole story is the pointer's title. Drawn again only when it has changed. */
export const Mark = memo(function Mark({ mark, band }: Props) {
  const middle = band.topPx + band.heightPx / 2;
  return (
    <g>
      <title>{mark.title}</title>
      {mark.look === 'won' && mark.endPx > mark.xPx + 8 ? (
        <line className={styles.waits} x1={mark.xPx + 8} x2={mark.endPx} y1={middle} y2={middle} />
      ) : null}
      <Shape mark={mark} band={band} />
      {mark.look === 'unknown' ? (
        <text className={styles.query} x={mark.xPx + 8} y={middle + 4} textAnchor="middle">
          ?
        </text>
      ) : null}
      <Words mark={mark} band={band} />
    </g>
  );
});
