// Owns the sheet in which the mode is changed: choose, read what it means, hold 0.8 s. It lies over
// the screen only, never over header, notice line or lamps. Refuses Space and Enter as a hold.
import type { Mode } from '../../../../contract/status';
import { cx } from '../../parts/cx';
import { HoldRing } from '../../parts/hold/hold-ring';
import { Mark } from '../../parts/marks/mark';
import { modeName } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { useLock } from '../../store/lock';
import { useVitals } from '../../store/vitals';
import { usePressed } from '../keys/pressed';
import { offWords } from '../sheets/hold-sheet';
import { Sheet } from '../sheets/sheet';
import sheets from '../sheets/sheet.module.css';
import { askMode, chooseMode, useModeSheet } from './mode-store';
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

interface FireProps {
  readonly now: Mode | null;
  readonly chosen: Mode | null;
}

function Fire({ now, chosen }: FireProps) {
  const stale = useVitals((vitals) => vitals.stale);
  const locked = useLock((lock) => lock.sinceMs !== null);
  const { asking, refusal } = useModeSheet();
  const pressed = usePressed('mode.on-air') !== null && chosen === 'ON_AIR';
  const can = chosen !== null && chosen !== now;
  return (
    <div className={sheets.fire}>
      <HoldRing
        label={chosen === null ? 'Hold to change mode' : `Hold for ${modeName(chosen)}`}
        allowed={can && !stale && !locked && !asking}
        off={can ? offWords(locked, stale) : { word: 'OFF', why: 'no mode' }}
        describedBy="mode-consequence"
        byKey
        pressed={pressed}
        about={`${now} ${chosen}`}
        onFire={() => {
          if (chosen !== null) void askMode(chosen);
        }}
      />
      <p id="mode-consequence" className={cx(refusal !== null && sheets.refused)}>
        {refusal === null ? null : <Mark name="triangle" />}
        <span>{sentenceOf(now, chosen, refusal)}</span>
      </p>
    </div>
  );
}

/** The sheet. */
export function ModeSheet() {
  const now = useStatus((state) => statusOf(state)?.mode ?? null);
  const wanted = useModeSheet((state) => state.chosen);
  const chosen = wanted === now ? null : wanted;
  return (
    <Sheet title="Change mode">
      <Choices now={now} chosen={chosen} onChoose={chooseMode} />
      <Fire now={now} chosen={chosen} />
    </Sheet>
  );
}
