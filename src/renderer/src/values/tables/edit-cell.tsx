// Owns the cell one types a value into: staged by Enter or by leaving it, taken back by Esc, its
// fault beside it. Refuses to stage what is out of bounds.
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { cx } from '../../parts/cx';
import { stage } from '../values-store';
import { valueText, type EditKey } from '../book-edits';
import styles from './tables.module.css';

interface Props {
  readonly editKey: EditKey;
  readonly label: string;
  readonly currency: string;
  /** What the book has, and what is staged (the same where nothing is). */
  readonly from: number;
  readonly to: number;
  readonly read: (text: string) => number | null;
  readonly bounds: string;
  /** Locked cells can be read and reached, not changed. */
  readonly locked: boolean;
  readonly onFocus: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function moveTo(from: HTMLElement, step: number): void {
  const cells = [...document.querySelectorAll<HTMLInputElement>('[data-cell]')];
  cells[cells.indexOf(from as HTMLInputElement) + step]?.focus();
}

function selectAll(event: FocusEvent<HTMLInputElement>): void {
  event.target.select();
}

/** The cell. */
export function EditCell(props: Props) {
  const { editKey, label, currency, from, to, read, bounds, locked } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const leaving = useRef(false);
  const bad = typed !== null && read(typed) === null;
  const pending = from !== to && styles.pending;
  const look = cx(styles.cell, pending, bad && styles.bad, locked && styles.locked);
  const enter = (): void => {
    const value = typed === null || leaving.current ? null : read(typed);
    leaving.current = false;
    if (value !== null) stage({ key: editKey, from, to: value });
    if (value !== null || typed === '') setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = STEPS[event.key];
    if (event.key === 'Enter') enter();
    if (event.key === 'Escape') {
      leaving.current = true;
      setTyped(null);
    }
    if (step === undefined) return;
    event.preventDefault();
    moveTo(event.currentTarget, step);
  };
  return (
    <>
      <input
        data-cell
        className={look}
        aria-label={label}
        aria-invalid={bad}
        value={typed ?? valueText(editKey, to, currency)}
        inputMode="decimal"
        autoComplete="off"
        readOnly={locked}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onFocus={selectAll}
        onFocusCapture={props.onFocus}
        onBlur={enter}
        onKeyDown={onKeyDown}
      />
      {bad ? <small className={styles.fault}>{bounds}</small> : null}
    </>
  );
}
