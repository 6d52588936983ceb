// Owns the lamp: a shape that holds its letter, a name, and why it is as it is. Refuses to blink,
// to hide when all is well, or to say no more than "error".
import { useEffect, useState } from 'react';
import { cx } from '../cx';
import { Ticking } from '../ticking';
import styles from './marks.module.css';

/** Round: ok. Triangle: degraded. Square: stopped. Ring: off by choice. Cross: fault. */
export type LampState = 'ok' | 'degraded' | 'stopped' | 'off' | 'broken';

const CROSS =
  'M5.5 0 11 4.5 16.5 0 22 5.5 17.5 11 22 16.5 16.5 22 11 17.5 5.5 22 0 16.5 4.5 11 0 5.5Z';

function Shape({ state }: { readonly state: LampState }) {
  if (state === 'degraded') return <path className={styles.shape} d="M11 .5 22 20.5H0Z" />;
  if (state === 'broken') return <path className={styles.shape} d={CROSS} />;
  if (state === 'stopped') {
    return <rect className={styles.shape} x="2" y="2" width="18" height="18" />;
  }
  return <circle className={styles.shape} cx="11" cy="11" r={state === 'off' ? 9 : 9.5} />;
}

interface Props {
  readonly letter: string;
  readonly name: string;
  readonly state: LampState;
  readonly old: boolean;
  /** Why, as text that may follow the clock. */
  readonly why: () => string;
}

/** How long the edge of a lamp that changed is shown. */
const CHANGED_MS = 2_000;

/** Whether the state changed within the last 2 s; the first one is no change. */
function useJustChanged(state: LampState): boolean {
  const [shown, setShown] = useState<{ readonly state: LampState; readonly changed: boolean }>({
    state,
    changed: false,
  });
  // From not known yet, or off by choice, to all is well: nothing to look up for.
  const quietly = shown.state === 'off' && state === 'ok';
  if (shown.state !== state) setShown({ state, changed: !quietly });
  useEffect(() => {
    if (!shown.changed) return;
    const over = setTimeout(() => {
      setShown({ state: shown.state, changed: false });
    }, CHANGED_MS);
    return () => {
      clearTimeout(over);
    };
  }, [shown]);
  return shown.changed;
}

/** One lamp of the strip. */
export function Lamp({ letter, name, state, old, why }: Props) {
  const changed = useJustChanged(state);
  return (
    <li
      className={cx(styles.lamp, styles[state], old && styles.old, changed && styles.changed)}
      data-changed={changed}
    >
      <svg viewBox="0 0 22 22" role="img" aria-label={state}>
        <Shape state={state} />
        <text className={styles.letter} x="11" y={state === 'degraded' ? 17.8 : 15.2}>
          {letter}
        </text>
      </svg>
      <div>
        <b>{name}</b>
        <Ticking className={styles.why} text={why} />
      </div>
    </li>
  );
}
