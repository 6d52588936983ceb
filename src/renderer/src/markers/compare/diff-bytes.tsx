// Owns the bytes of two markers side by side, a line of each abreast. A byte that differs is bold
// and underlined, its line has the sign. Refuses to shift one against the other.
import { cx } from '../../parts/cx';
import { hexOf } from '../inspect/bytes/reading';
import type { ByteLine } from './diff';
import styles from './diff.module.css';

interface RunProps {
  readonly bytes: readonly (number | null)[];
  readonly differs: readonly boolean[];
}

function Run({ bytes, differs }: RunProps) {
  return (
    <span className={styles.run}>
      {bytes.map((byte, at) => (
        <span key={at} className={cx(differs[at] === true && styles.apart)}>
          {byte === null ? '--' : hexOf(byte)}
        </span>
      ))}
    </span>
  );
}

interface Props {
  readonly names: readonly [string, string];
  readonly lines: readonly ByteLine[];
  /** Lines of eight bytes, for a panel of half the width. */
  readonly narrow?: true;
}

/** The bytes. */
export function DiffBytes({ names, lines, narrow }: Props) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Bytes side by side">
      <div className={cx(styles.bytes, narrow === true && styles.narrow)}>
        <div className={styles.names}>
          <span className={styles.sign} />
          <span className={styles.address} />
          {names.map((name) => (
            <span key={name} className={styles.run}>
              {name}
            </span>
          ))}
        </div>
        {lines.map(({ from, a, b, differs }) => (
          <div key={from} className={styles.line}>
            <span className={styles.sign}>
              {differs.includes(true) ? (
                <span role="img" aria-label="differs">
                  {'\u2260'}
                </span>
              ) : null}
            </span>
            <span className={styles.address}>
              {from.toString(16).toUpperCase().padStart(4, '0')}
            </span>
            <Run bytes={a} differs={differs} />
            <Run bytes={b} differs={differs} />
          </div>
        ))}
      </div>
    </div>
  );
}
