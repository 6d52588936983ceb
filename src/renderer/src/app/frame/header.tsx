// Owns the header: the mode over everything, what this engine is, UTC by the engine's clock, and a
// few counts. It never moves and never scrolls. Refuses to show a mode that is not live as live.
import { modeName } from '../../parts/text/words';
import { clockText, sinceText, tenthsText } from '../../parts/text/time';
import { countText } from '../../parts/text/money';
import { Ticking } from '../../parts/ticking';
import { useHealth, usePriceBook } from '../../store/answers';
import { statusOf, useStatus } from '../../store/feeds';
import { engineNowMs, useVitals } from '../../store/vitals';
import { useKeysLive } from '../keys/use-keys-live';
import { ModeButton } from '../mode/mode-button';
import styles from './frame.module.css';
import { engineWords } from './words';

const DEMO_WORDS = 'game and advertisers are made up, nothing is charged';

function ModeCell() {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const since = useStatus((state) => statusOf(state)?.modeSince ?? '');
  const demo = useStatus((state) => statusOf(state)?.demo ?? false);
  const { stale, wordAtMs } = useVitals();
  const name = mode === null ? 'NO WORD' : modeName(mode);
  const was = (): string =>
    wordAtMs === null ? 'nothing heard so far' : `was ${name} at ${tenthsText(wordAtMs)}`;
  const began = (): string =>
    mode === null
      ? 'connecting'
      : `${demo ? 'DEMO ' : ''}since ${sinceText(since, engineNowMs() ?? 0)}`;
  return (
    <div className={styles.mode}>
      <strong>{stale ? 'STALE' : name}</strong>
      <Ticking text={stale ? was : began} />
    </div>
  );
}

function EngineCell() {
  const demo = useStatus((state) => statusOf(state)?.demo ?? false);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const version = useHealth((health) => health.value?.version ?? null);
  const book = usePriceBook((state) => state.value);
  return (
    <div className={styles.show}>
      <strong>{demo ? `DEMO \u00b7 ${location.host}` : location.host}</strong>
      <span>{demo ? DEMO_WORDS : engineWords({ mode, version, book })}</span>
    </div>
  );
}

function UtcCell() {
  const stale = useVitals((vitals) => vitals.stale);
  const whole = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? '--:--:--' : clockText(nowMs);
  };
  const tenth = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? '' : tenthsText(nowMs).slice(8);
  };
  return (
    <div className={styles.utc} role="timer" aria-label="UTC">
      <Ticking className={styles.clock} text={whole} />
      <Ticking className={styles.tenth} text={tenth} />
      <small>{stale ? 'last word' : 'UTC'}</small>
    </div>
  );
}

function Counts() {
  const status = useStatus(statusOf);
  if (status === null) return null;
  const { open, sold, unsold, cancelled, aborted } = status.auctions;
  const closed = sold + unsold + cancelled + aborted;
  return (
    <>
      <div className={styles.count}>
        <span>Cues a second</span>
        <strong>{status.markers.perSecond.toFixed(1)}</strong>
      </div>
      <div className={styles.count}>
        <span>Open or waiting</span>
        <strong>{countText(open)}</strong>
      </div>
      <div className={styles.count}>
        <span>Sold of closed</span>
        <strong>
          {countText(sold)} of {countText(closed)}
        </strong>
      </div>
    </>
  );
}

function KeysCell() {
  const live = useKeysLive();
  return (
    <div className={live ? styles.count : styles.keysOff}>
      <span>{live ? 'Keys' : 'click to get them'}</span>
      <strong>{live ? 'live' : 'KEYS OFF'}</strong>
    </div>
  );
}

/** The header. */
export function Header() {
  return (
    <header className={styles.head}>
      <ModeCell />
      <EngineCell />
      <UtcCell />
      <Counts />
      <KeysCell />
      <ModeButton />
    </header>
  );
}
