// Owns the sheet in which the mode is changed: choose, read what it means, hold 0.8 s. It lies over
// the screen only, never over header, notice line or lamps. Refuses Space and Enter as a hold.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Mode } from '../../../../contract/status';
import { cx } from '../../parts/cx';
import { HoldRing } from '../../parts/hold/hold-ring';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import buttons from '../../parts/panel/panel.module.css';
import { modeName } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { useVitals } from '../../store/vitals';
import { askMode, showModeSheet, useModeSheet } from './mode-store';
import styles from './mode-sheet.module.css';

const CHOICES: readonly (readonly [Mode, string])[] = [
  ['SETUP', 'Cues are decoded and listed. Nothing is sold.'],
  ['REHEARSAL', 'Cues open auctions, samples may bid. Nothing is charged.'],
  ['ON_AIR', 'Cues open auctions. Winners owe the price.'],
];

interface ChoicesProps {
  readonly now: Mode | null;
  readonly chosen: Mode | null;
  readonly onChoose: (mode: Mode) => void;
}

function Choices({ now, chosen, onChoose }: ChoicesProps) {
  return (
    <div className={styles.choices} role="group" aria-label="Mode">
      {CHOICES.map(([mode, means]) => (
        <button
          key={mode}
          type="button"
          className={cx(styles.choice, mode === chosen && styles.chosen)}
          aria-pressed={mode === chosen}
          disabled={mode === now}
          onClick={() => {
            onChoose(mode);
          }}
        >
          <b>{modeName(mode)}</b>
          <span>{mode === now ? 'in force' : means}</span>
        </button>
      ))}
    </div>
  );
}

function sentenceOf(now: Mode | null, chosen: Mode | null, refusal: string | null): string {
  if (refusal !== null) return refusal;
  if (chosen === null) return 'Choose a mode. Choosing changes nothing.';
  const from = now === null ? '' : ` from ${modeName(now)}`;
  return `Goes${from} to ${modeName(chosen)} at once. Open auctions run to their end.`;
}

/** Focus goes into the sheet when it opens and back when it closes. */
function useBorrowedFocus() {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return sheet;
}

interface FireProps {
  readonly now: Mode | null;
  readonly chosen: Mode | null;
}

function Fire({ now, chosen }: FireProps) {
  const stale = useVitals((vitals) => vitals.stale);
  const { asking, refusal } = useModeSheet();
  return (
    <div className={styles.fire}>
      <HoldRing
        label={chosen === null ? 'Hold to change mode' : `Hold for ${modeName(chosen)}`}
        allowed={chosen !== null && chosen !== now && !stale && !asking}
        off={{ word: 'OFF', why: stale ? 'stale' : 'no mode' }}
        describedBy="mode-consequence"
        byKey
        onFire={() => {
          if (chosen !== null) void askMode(chosen);
        }}
      />
      <p id="mode-consequence" className={cx(refusal !== null && styles.refused)}>
        {refusal === null ? null : <Mark name="triangle" />}
        <span>{sentenceOf(now, chosen, refusal)}</span>
      </p>
      <button type="button" className={buttons.button} onClick={closeSheet}>
        Leave as it is <KeyCap>Esc</KeyCap>
      </button>
    </div>
  );
}

function closeSheet(): void {
  showModeSheet(false);
}

/** The sheet. */
export function ModeSheet() {
  const sheet = useBorrowedFocus();
  const now = useStatus((state) => statusOf(state)?.mode ?? null);
  const [chosen, setChosen] = useState<Mode | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closeSheet();
  };
  const choose = (mode: Mode): void => {
    useModeSheet.setState({ refusal: null });
    setChosen(mode);
  };
  return (
    <div className={styles.wrap}>
      <div
        ref={sheet}
        className={styles.sheet}
        role="dialog"
        aria-label="Change mode"
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <h2>Change mode</h2>
        <Choices now={now} chosen={chosen} onChoose={choose} />
        <Fire now={now} chosen={chosen} />
      </div>
    </div>
  );
}
