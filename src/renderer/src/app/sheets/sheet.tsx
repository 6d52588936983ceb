// Owns the sheet: a dialog over the screen, which takes the focus and gives it back, and closes by
// Esc. It never covers header, notice line or lamps. Refuses to lie over another one.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import buttons from '../../parts/panel/panel.module.css';
import { showSheet } from './sheet-store';
import styles from './sheet.module.css';

/** Focus goes into the sheet when it opens and back when it closes. */
function useBorrowedFocus() {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('[data-first]');
    (first ?? sheet.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return sheet;
}

interface Props {
  readonly title: string;
  readonly className?: string | undefined;
  /** What stands between the title and the way out. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

function close(): void {
  showSheet(null);
}

/** A sheet with its title and its way out. */
export function Sheet({ title, className, end, children }: Props) {
  const sheet = useBorrowedFocus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <div className={styles.wrap}>
      <div
        ref={sheet}
        className={cx(styles.sheet, className)}
        role="dialog"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className={styles.title}>
          <h2>{title}</h2>
          {end}
          <button type="button" className={buttons.button} onClick={close}>
            Close <KeyCap>Esc</KeyCap>
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}
