// Owns the cell one types a value into: staged by Enter or by leaving it, taken back by Esc, its
// fault beside it. Refuses to stage what is out of bounds.
import { useRef, useState, type KeyboardEvent } from 'react';
import { cx } from '../parts/cx';
import { stage } from './values-store';
import { valueText, type EditKey } from './book-edits';
import styles from './values.module.css';

interface Props {
  readonly editKey: EditKey;
  readonly label: string;
  readonly currency: string;
  /** What the book has, and what is staged (the same where nothing is). */
  readonly from: number;
  readonly to: number;
  readonly read: (text: string) => number | null;
  readonly bounds: string;
}

function moveTo(from: HTMLElement, step: number): void {
  const cells = [...document.querySelectorAll<HTMLInputElement>('[data-cell]')];
  cells[cells.indexOf(from as HTMLInputElement) + step]?.focus();
}

/** The cell. */
export function EditCell({ editKey, label, currency, from, to, read, bounds }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const leaving = useRef(false);
  const bad = typed !== null && read(typed) === null;
  const enter = (): void => {
    const value = typed === null || leaving.current ? null : read(typed);
    leaving.current = false;
    if (value !== null) stage({ key: editKey, from, to: value });
    if (value !== null || typed === '') setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') enter();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moveTo(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Escape') {
      leaving.current = true;
      setTyped(null);
    }
  };
  return (
    <>
      <input
        data-cell
        className={cx(styles.cell, from !== to && styles.pending, bad && styles.bad)}
        aria-label={label}
        aria-invalid={bad}
        value={typed ?? valueText(editKey, to, currency)}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onBlur={enter}
        onKeyDown={onKeyDown}
      />
      {bad ? <small className={styles.fault}>{bounds}</small> : null}
    </>
  );
}
