// Owns the bytes of a cue in hex and as text, sixteen a line, with those of the selected field lit.
// A click or the arrows move along them. Refuses to cut: every byte that was kept is shown.
import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { cx } from '../../../parts/cx';
import styles from '../inspect.module.css';
import { hexOf, letterOf } from './reading';
import type { Span } from '../spans/span';

interface Props {
  readonly bytes: Uint8Array;
  readonly lit: Span | null;
  readonly onByte: (at: number) => void;
}

const WIDTH = 16;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -WIDTH,
  ArrowDown: WIDTH,
};

interface LineProps {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly lit: Span | null;
}

function Line({ bytes, from, lit }: LineProps) {
  const isLit = (at: number): boolean => lit !== null && lit[0] <= at && at <= lit[1];
  const row = [...bytes.slice(from, from + WIDTH)].map((byte, at) => [from + at, byte] as const);
  return (
    <div className={styles.line}>
      <span className={styles.address}>{from.toString(16).toUpperCase().padStart(4, '0')}</span>
      <span className={styles.hexes}>
        {row.map(([at, byte]) => (
          <span key={at} data-at={at} className={cx(isLit(at) && styles.lit)}>
            {hexOf(byte)}
          </span>
        ))}
      </span>
      <span className={styles.letters}>
        {row.map(([at, byte]) => (
          <span key={at} data-letter={at} className={cx(isLit(at) && styles.lit)}>
            {letterOf(byte)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The bytes. A click on one, or an arrow, selects the field it belongs to. */
export function Bytes({ bytes, lit, onByte }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const first = lit?.[0] ?? null;
  const lines = Array.from({ length: Math.ceil(bytes.length / WIDTH) }, (_, line) => line * WIDTH);
  useLayoutEffect(() => {
    if (first === null) return;
    box.current?.querySelector(`[data-at="${first}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [first]);
  const click = ({ target }: MouseEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const at = target.dataset['at'] ?? target.dataset['letter'];
    if (at !== undefined) onByte(Number(at));
  };
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    // Forward leaves the lit field at its end, so that an arrow always comes to another one.
    const from = step > 0 ? (lit?.[1] ?? -step) : (lit?.[0] ?? 0);
    onByte(Math.min(bytes.length - 1, Math.max(0, from + step)));
  };
  return (
    <div
      ref={box}
      className={styles.bytes}
      tabIndex={0}
      role="group"
      aria-label="Bytes in hex"
      onClick={click}
      onKeyDown={move}
    >
      {lines.map((from) => (
        <Line key={from} bytes={bytes} from={from} lit={lit} />
      ))}
    </div>
  );
}
