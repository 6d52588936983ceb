// Owns the badge: a word, with its shape, for what became of something. A normal state is quiet or
// outlined, a deviation is filled; only faults are red.
import { cx } from '../cx';
import { Mark, type MarkName } from './mark';
import styles from './marks.module.css';

/** How a badge looks. */
export type Tone =
  | 'plain'
  | 'dim'
  | 'quiet'
  | 'outlined'
  | 'light'
  | 'open'
  | 'attention'
  | 'filled'
  | 'struck'
  | 'fault';

interface Props {
  readonly tone: Tone;
  readonly word: string;
  readonly mark?: MarkName | undefined;
}

/** A badge of 18 px. */
export function Badge({ tone, word, mark }: Props) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {mark === undefined ? null : <Mark name={mark} />}
      <span className={styles.word}>{word}</span>
    </span>
  );
}

/** The hatch with its word: nothing of this leaves the engine. */
export function RehearsalBadge({ word = 'REHEARSAL' }: { readonly word?: string }) {
  return (
    <span className={styles.hatched} title="rehearsal: nothing leaves the engine">
      <span>{word}</span>
    </span>
  );
}

/** A key cap, drawn beside what the key does. */
export function KeyCap({ children }: { readonly children: string }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
