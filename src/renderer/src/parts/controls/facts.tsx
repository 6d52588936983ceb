// Owns a list of facts, each a label and what is known. What is not known is not a row, so that
// nothing stands there that nobody said.
import type { ReactNode } from 'react';
import { cx } from '../cx';
import styles from './controls.module.css';

/** A fact: label, what is known (null: no row), and whether it is an id. */
export type FactRow = readonly [string, ReactNode, 'id'?];

/** The list. */
export function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, known]) => known !== null && known !== undefined && known !== '')
        .map(([label, known, id]) => (
          <div key={label} className={styles.pair}>
            <dt>{label}</dt>
            <dd className={cx(id === 'id' && styles.mono)}>{known}</dd>
          </div>
        ))}
    </dl>
  );
}
