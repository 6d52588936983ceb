// Owns the header's cells that say what holds: mode, show, next slot, keys. Refuses to show a mode
// or a countdown that is not live as live, and a game clock nobody has sent.
import { cx } from '../../../parts/cx';
import { modeName } from '../../../parts/text/words';
import { epochMs, sinceText, spanText, tenthsText } from '../../../parts/text/time';
import { Ticking } from '../../../parts/ticking';
import { useAtNow } from '../../../parts/use-now';
import { usePriceBook } from '../../../store/answers';
import { statusOf, useAuctions, useStatus } from '../../../store/feeds';
import { useLock } from '../../../store/lock';
import { engineNowMs, useVitals } from '../../../store/vitals';
import { useKeysLive } from '../../keys/use-keys-live';
import styles from './header.module.css';
import { nextSlot, slotText } from './slot';
import { engineWords } from './words';

const DEMO_WORDS = 'game and advertisers are made up, nothing is charged';

/** The mode over everything, and since when. */
export function ModeCell() {
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

/** The show, and what this engine is; it gives way first. */
export function ShowCell() {
  const demo = useStatus((state) => statusOf(state)?.demo ?? false);
  const show = useStatus((state) => statusOf(state)?.show ?? null);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const book = usePriceBook((state) => state.value);
  const name = show ?? 'No show named';
  const words = demo ? DEMO_WORDS : engineWords({ host: location.host, mode, book });
  return (
    <div className={styles.show} title={`${name}\n${words}`}>
      <strong className={cx(show === null && !demo && styles.unnamed)}>
        {demo ? `DEMO \u00b7 ${show ?? 'a made-up game'}` : name}
      </strong>
      <span>{words}</span>
    </div>
  );
}

function HeldCell() {
  const since = useStatus((state) => epochMs(statusOf(state)?.heldSince));
  const age = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null || since === null ? 'HELD' : `HELD ${spanText(nowMs - since)}`;
  };
  return (
    <div className={cx(styles.next, styles.holding)}>
      <span>New auctions</span>
      <strong>
        <Ticking text={age} />
      </strong>
    </div>
  );
}

/** What comes next: the close of what is on sale, else what must air. A hold stands here too. */
export function NextCell() {
  const stale = useVitals((vitals) => vitals.stale);
  const held = useStatus((state) => statusOf(state)?.held ?? false);
  const { items } = useAuctions();
  const label = useAtNow(
    (nowMs) => (nowMs === null ? null : nextSlot(items, nowMs)?.label) ?? null,
  );
  const left = (): string => {
    const nowMs = engineNowMs();
    const next = nowMs === null || stale ? null : nextSlot(items, nowMs);
    return nowMs === null || next === null ? '--:--' : slotText(next, nowMs);
  };
  if (held) return <HeldCell />;
  return (
    <div className={styles.next}>
      <span>{stale ? 'Next slot' : (label ?? 'Next slot')}</span>
      <strong>
        <Ticking text={left} />
      </strong>
    </div>
  );
}

/** Whether keys reach this page, and what they may do. */
export function KeysCell() {
  const live = useKeysLive();
  const locked = useLock((lock) => lock.sinceMs !== null);
  const stale = useVitals((vitals) => vitals.stale);
  const words: readonly [string, string] = !live
    ? ['Click to take them', 'KEYS OFF']
    : locked
      ? ['Desk locked', 'Read only']
      : stale
        ? ['Keys', 'Fire keys off']
        : ['Keys', 'Keys live'];
  return (
    <div className={cx(styles.keys, !live && styles.keysOff, live && locked && styles.dark)}>
      <span>{words[0]}</span>
      <strong>{words[1]}</strong>
    </div>
  );
}
