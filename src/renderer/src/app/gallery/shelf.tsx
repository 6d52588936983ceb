// Owns a shelf of the gallery: a panel with parts side by side. Refuses looks of its own for what
// stands on it.
import type { ReactNode } from 'react';
import { Panel } from '../../parts/panel/panel';
import styles from './gallery.module.css';

/** A shelf. */
export function Shelf({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Panel title={title} place={`gallery-${title.toLowerCase().replaceAll(/\W+/gu, '-')}`}>
      <div className={styles.shelf}>{children}</div>
    </Panel>
  );
}
