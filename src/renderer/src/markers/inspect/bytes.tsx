// Owns the bytes of a cue in hex and as text, sixteen a line, with those of the selected field lit.
// Refuses to cut: every byte that was kept is shown.
import type { MouseEvent } from 'react';
import { cx } from '../../parts/cx';
import styles from './inspect.module.css';
import type { Span } from './spans';

interface Props {
  readonly bytes: Uint8Array;
  readonly lit: Span | null;
  readonly onByte: (at: number) => void;
}

const WIDTH = 16;

/** 'FC' for 252. */
export function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function letterOf(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '\u00b7';
}

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
          <span key={at} className={cx(isLit(at) && styles.lit)}>
            {letterOf(byte)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The bytes. A click on one selects the field it belongs to. */
export function Bytes({ bytes, lit, onByte }: Props) {
  const lines = Array.from({ length: Math.ceil(bytes.length / WIDTH) }, (_, line) => line * WIDTH);
  const click = ({ target }: MouseEvent): void => {
    const at = target instanceof HTMLElement ? target.dataset['at'] : undefined;
    if (at !== undefined) onByte(Number(at));
  };
  return (
    <div
      className={styles.bytes}
      tabIndex={0}
      role="group"
      aria-label="Bytes in hex"
      onClick={click}
    >
      {lines.map((from) => (
        <Line key={from} bytes={bytes} from={from} lit={lit} />
      ))}
    </div>
  );
}
