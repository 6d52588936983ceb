// Owns the drawing of the lanes: names, a grid fixed to the now-line, and the marks, moved together
// in whole px as the engine's time goes on. Refuses to count time: the place is computed each draw.
import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { eachTenth } from '../../store/vitals';
import { seenNowMs } from '../view/seen';
import { Mark, type LaneBand } from './lane-mark';
import { NOW_SHARE, shiftPx, SPAN_MS } from './lane-layout';
import { LANES, type LaneMark } from './lane-marks';
import styles from './lanes.module.css';
import { usePlaced } from './use-placed';

const NAMES_PX = 76;
const TOP_PX = 24;
const STEP_S = 10;

function useScroll(mover: RefObject<SVGGElement | null>, originMs: number, widthPx: number): void {
  useLayoutEffect(() => {
    const draw = (): void => {
      const nowMs = seenNowMs();
      if (nowMs === null || mover.current === null) return;
      const moved = `translate(${shiftPx(nowMs, originMs, widthPx)} 0)`;
      if (mover.current.getAttribute('transform') !== moved) {
        mover.current.setAttribute('transform', moved);
      }
    };
    draw();
    return eachTenth(draw);
  });
}

function Grid({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }) {
  const nowPx = widthPx * NOW_SHARE;
  const scale = (widthPx / SPAN_MS) * 1_000;
  const seconds = Array.from({ length: 9 }, (_, at) => (at - 6) * STEP_S);
  return (
    <>
      {seconds.map((s) => (
        <g key={s}>
          <line
            className={styles.grid}
            x1={nowPx + s * scale}
            x2={nowPx + s * scale}
            y1={TOP_PX}
            y2={heightPx}
          />
          {s % 20 === 0 && s !== 0 ? (
            <text
              className={styles.axis}
              x={Math.min(widthPx - 18, nowPx + s * scale)}
              y={15}
              textAnchor="middle"
            >
              {s < 0 ? `\u2212${-s}` : `+${s}`} s
            </text>
          ) : null}
        </g>
      ))}
    </>
  );
}

function Now({ xPx }: { readonly xPx: number }) {
  return (
    <>
      <line className={styles.now} x1={xPx} x2={xPx} y1={18} y2={TOP_PX} />
      <rect className={styles.nowBox} x={xPx - 20} y={1} width={40} height={17} />
      <text className={styles.nowWord} x={xPx} y={14} textAnchor="middle">
        NOW
      </text>
    </>
  );
}

interface Props {
  readonly marks: readonly LaneMark[];
  /** The moment at x = 0, epoch ms. */
  readonly originMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly summary: string;
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="lane-hatch"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={styles.hatchGround} width="5" height="5" />
        <rect className={styles.hatchLine} width="1.5" height="5" />
      </pattern>
    </defs>
  );
}

/** The lanes. */
export function Lanes({ marks, originMs, widthPx, heightPx, summary }: Props) {
  const mover = useRef<SVGGElement>(null);
  const plotPx = Math.max(1, widthPx - NAMES_PX);
  const nowPx = plotPx * NOW_SHARE;
  const laneHeight = (heightPx - TOP_PX) / LANES.length;
  const placed = usePlaced(marks, originMs, plotPx);
  const bands = useMemo(
    () => LANES.map((_, at) => ({ topPx: TOP_PX + at * laneHeight, heightPx: laneHeight - 1 })),
    [laneHeight],
  );
  useScroll(mover, originMs, plotPx);
  const bandOf = (at: number): LaneBand => bands[at] ?? { topPx: 0, heightPx: 0 };
  return (
    <svg className={styles.lanes} width={widthPx} height={heightPx} role="img" aria-label={summary}>
      <Hatch />
      {LANES.map((lane, at) => (
        <g key={lane}>
          <rect
            className={styles.ground}
            x={NAMES_PX}
            y={bandOf(at).topPx}
            width={plotPx}
            height={bandOf(at).heightPx}
          />
          <text
            className={styles.name}
            x={NAMES_PX - 10}
            y={bandOf(at).topPx + bandOf(at).heightPx / 2 + 4}
            textAnchor="end"
          >
            {lane}
          </text>
        </g>
      ))}
      <svg x={NAMES_PX} width={plotPx} height={heightPx}>
        <Grid widthPx={plotPx} heightPx={heightPx} />
        <line className={styles.now} x1={nowPx} x2={nowPx} y1={TOP_PX} y2={heightPx} />
        <g ref={mover}>
          {placed.map((mark) => (
            <Mark key={mark.key} mark={mark} band={bandOf(LANES.indexOf(mark.lane))} />
          ))}
        </g>
      </svg>
      <Now xPx={NAMES_PX + nowPx} />
    </svg>
  );
}
