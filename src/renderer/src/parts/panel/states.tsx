// Owns what a panel shows when it has no rows: still bars while loading, what is empty and what to
// do about it, what failed and what still works. Refuses shimmer, spinners and blame.
import type { ReactNode } from 'react';
import { useVitals } from '../../store/vitals';
import { Mark } from '../marks/mark';
import styles from './panel.module.css';

/** Still bars, as many as fit; while the engine is silent, that nothing is loading, and why. */
export function Loading({ rows }: { readonly rows: number }) {
  const { stale, refusal } = useVitals();
  if (stale) {
    return (
      <Empty title="Not read yet">
        {refusal ?? 'The engine is silent. It is asked as soon as it speaks again.'}
      </Empty>
    );
  }
  return (
    <div className={styles.loading} role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.bar} />
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What is empty, since when, and what to do. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <b>{title}</b>
      <div>{children}</div>
    </div>
  );
}

interface FailedProps {
  readonly title: string;
  readonly sentence: string;
  readonly retry?: string;
  /** Without it there is no button: it is tried again by itself. */
  readonly onRetry?: () => void;
}

/** What failed, why, and a way to try again. */
export function Failed({ title, sentence, retry = 'Try again', onRetry }: FailedProps) {
  return (
    <div className={styles.empty}>
      <b>
        <span className={styles.fault}>
          <Mark name="fault" />
        </span>
        {title}
      </b>
      <div>{sentence}</div>
      {onRetry === undefined ? null : (
        <button type="button" className={styles.button} onClick={onRetry}>
          {retry}
        </button>
      )}
    </div>
  );
}
