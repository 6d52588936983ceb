// Owns what asks for a hold on the Values screen: applying a large change, with its reason, and
// unlocking base values on air. Refuses to apply without a reason.
import type { PriceBookVersion } from '../../../../contract/price-book';
import { engineNowMs, useVitals } from '../../store/vitals';
import { changeText, keyName, largeOf, valueText } from '../book-edits';
import { applyEdits, UNLOCKED_MS, useValues } from '../values-store';
import { HoldSheet } from './hold-sheet';
import styles from './staged.module.css';

function Reason() {
  const why = useValues((state) => state.why);
  return (
    <label className={styles.reason}>
      Reason, kept with the version
      <input
        value={why}
        maxLength={500}
        onChange={(event) => {
          useValues.setState({ why: event.target.value });
        }}
      />
    </label>
  );
}

function ApplySheet({ version }: { readonly version: PriceBookVersion }) {
  const { edits, why, asking, refusal } = useValues();
  const stale = useVitals((vitals) => vitals.stale);
  const unsaid = why.trim() === '';
  const { currency } = version.book;
  const all = edits.length === 1 ? 'It holds' : `All ${edits.length} changes hold`;
  return (
    <HoldSheet
      title="Apply a large change"
      sentence={refusal ?? `${all} from the next auction on, as v${version.version + 1}.`}
      label="Hold to apply all"
      allowed={!unsaid && !asking && !stale && edits.length > 0}
      off={stale ? 'stale' : unsaid ? 'no reason' : 'asking'}
      onFire={() => void applyEdits()}
    >
      <ul className={styles.large}>
        {largeOf(edits).map(({ key, from, to }) => (
          <li key={key}>
            <span>{keyName(key)}</span>
            <b>
              {valueText(key, from, currency)} → {valueText(key, to, currency)}
            </b>
            <span>{to === 0 ? 'to nothing' : changeText(from, to)}</span>
          </li>
        ))}
      </ul>
      <Reason />
    </HoldSheet>
  );
}

function unlock(): void {
  const nowMs = engineNowMs();
  if (nowMs !== null) useValues.setState({ unlockedUntilMs: nowMs + UNLOCKED_MS, sheet: null });
}

function UnlockSheet() {
  const stale = useVitals((vitals) => vitals.stale);
  return (
    <HoldSheet
      title="Unlock base values on air"
      sentence="They can be changed in this console for ten minutes. Nothing changes by itself."
      label="Hold to unlock"
      allowed={!stale}
      off="stale"
      onFire={unlock}
    >
      <p>On air only modifiers change without this: a wrong base is wrong for every slot.</p>
    </HoldSheet>
  );
}

/** The sheet that is open, or none. */
export function Sheets({ version }: { readonly version: PriceBookVersion }) {
  const sheet = useValues((state) => state.sheet);
  if (sheet === 'apply') return <ApplySheet version={version} />;
  return sheet === 'unlock' ? <UnlockSheet /> : null;
}
