// Owns the padlock, open and closed: closed it is filled, so that its shape says it too.
// Refuses colour: it takes the colour of its text.
import styles from './padlock.module.css';

/** A padlock of 18 by 20 px. */
export function Padlock({ closed }: { readonly closed: boolean }) {
  return (
    <svg className={styles.padlock} viewBox="0 0 18 20" aria-hidden="true" focusable="false">
      <rect className={closed ? styles.filled : undefined} x="2" y="9" width="14" height="10" />
      <path d={closed ? 'M5 9V6a4 4 0 0 1 8 0v3' : 'M5 9V5a4 4 0 0 1 7.6-1.7'} />
    </svg>
  );
}
