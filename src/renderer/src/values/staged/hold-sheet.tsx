// Owns the sheet over the Values screen that asks for a hold: what will happen, what is asked
// first, and the ring. Esc closes it and changes nothing. It covers the screen only.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { HoldRing } from '../../parts/hold/hold-ring';
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { useValues } from '../values-store';
import styles from './staged.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What will happen, in view while it is held. */
  readonly sentence: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly off: string;
  readonly onFire: () => void;
}

/** Closes it. */
export function closeSheet(): void {
  useValues.setState({ sheet: null });
}

/** The focus goes to the first field, and back where it was when the sheet closes. */
function useBorrowedFocus() {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    (sheet.current?.querySelector<HTMLElement>('input') ?? sheet.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return sheet;
}

/** The sheet. */
export function HoldSheet({ title, children, sentence, label, allowed, off, onFire }: Props) {
  const sheet = useBorrowedFocus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closeSheet();
  };
  return (
    <div className={styles.wrap}>
      <div
        ref={sheet}
        className={styles.sheet}
        role="dialog"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <h2>{title}</h2>
        {children}
        <div className={styles.fire}>
          <HoldRing
            label={label}
            allowed={allowed}
            off={{ word: 'OFF', why: off }}
            describedBy="values-consequence"
            byKey
            about={sentence}
            onFire={onFire}
          />
          <p id="values-consequence">{sentence}</p>
          <button type="button" className={panels.button} onClick={closeSheet}>
            Cancel <KeyCap>Esc</KeyCap>
          </button>
        </div>
      </div>
    </div>
  );
}
