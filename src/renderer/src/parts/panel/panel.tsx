// Owns the panel: a head of 32 px over a body, in one place of the screen. Its heading names the
// region, so that keyboard and screen reader find it.
import { useId, type ReactNode } from 'react';
import { cx } from '../cx';
import styles from './panel.module.css';

interface Props {
  readonly title: string;
  /** A hint beside the title, cut when there is no room. */
  readonly hint?: ReactNode;
  /** What stands at the right end of the head. */
  readonly end?: ReactNode;
  /** The name under which the G keys find it. */
  readonly place: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A panel. */
export function Panel({ title, hint, end, place, className, children }: Props) {
  const id = useId();
  return (
    <section className={cx(styles.panel, className)} aria-labelledby={id} data-place={place}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <span className={styles.hint}>{hint}</span>
        {end}
      </div>
      {children}
    </section>
  );
}
