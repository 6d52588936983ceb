// Owns the sheet in which all new auctions are held, or let open again: the sentence of what will
// happen and a hold of 0.8 s, by the pointer or by the key that opened it. Refuses to decide: the
// engine says yes or no.
import { useEffect } from 'react';
import { cx } from '../../parts/cx';
import { HoldRing } from '../../parts/hold/hold-ring';
import { Mark } from '../../parts/marks/mark';
import { plural } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { useLock } from '../../store/lock';
import { useVitals } from '../../store/vitals';
import { usePressed } from '../keys/pressed';
import { askHold, forgetRefusal, tellOvertaken, useHoldAsking } from './ask-hold';
import { Sheet } from './sheet';
import styles from './sheet.module.css';

function sentenceOf(held: boolean, open: number): string {
  if (held) return 'Lets new auctions open again, from the next cue on.';
  const goOn =
    open === 0
      ? ''
      : ` ${plural(open, 'auction')} open now ${open === 1 ? 'runs' : 'run'} to the end.`;
  return `Holds every new auction.${goOn} What waits to open is cancelled.`;
}

/** The words of a ring that is off. */
export function offWords(locked: boolean, stale: boolean): { word: string; why: string } {
  return { word: 'OFF', why: locked ? 'desk locked' : stale ? 'stale' : 'asking' };
}

/** The sheet. */
export function HoldSheet() {
  const stale = useVitals((vitals) => vitals.stale);
  const locked = useLock((lock) => lock.sinceMs !== null);
  const held = useStatus((state) => statusOf(state)?.held ?? false);
  const open = useStatus((state) => statusOf(state)?.auctions.open ?? 0);
  const { asking, refusal } = useHoldAsking();
  const pressed = usePressed('hold.auctions') !== null;
  useEffect(() => forgetRefusal, []);
  return (
    <Sheet title={held ? 'Let new auctions open again' : 'Hold all new auctions'}>
      <div className={styles.says}>
        <p>Cues are still heard, decoded and listed. Each says that new auctions were held.</p>
        <p>The hold is recorded with who did it, and outlives a restart of the engine.</p>
      </div>
      <div className={styles.fire}>
        <HoldRing
          label={held ? 'Hold to let auctions open' : 'Hold to hold new auctions'}
          allowed={!stale && !locked && !asking}
          off={offWords(locked, stale)}
          describedBy="hold-consequence"
          byKey
          pressed={pressed}
          about={String(held)}
          onChanged={() => {
            tellOvertaken(held);
          }}
          onFire={() => void askHold(!held)}
        />
        <p id="hold-consequence" className={cx(refusal !== null && styles.refused)}>
          {refusal === null ? null : <Mark name="triangle" />}
          <span>{refusal ?? sentenceOf(held, open)}</span>
        </p>
      </div>
    </Sheet>
  );
}
