// Owns the strip at the bottom: the lamps, the last cue, and how many notices are open.
// Refuses to hide a good lamp: its absence would look the same as its silence.
import { lampNews, useEngineNews } from '../../link/engine-news';
import { commandOf, eventIdOf, idTexts } from '../../markers/event-id';
import { cx } from '../../parts/cx';
import { Lamp } from '../../parts/marks/lamp';
import { Mark } from '../../parts/marks/mark';
import { agoText, millisOf } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { useHealth } from '../../store/answers';
import { statusOf, useMarkers, useStatus } from '../../store/feeds';
import { engineNowMs, silenceMs, useVitals } from '../../store/vitals';
import { useAction } from '../keys/use-action';
import { useSound } from '../look/sound/tones';
import { toggleSheet, useSheet } from '../sheets/sheet-store';
import styles from './strips.module.css';
import { lampsOf } from './lamp-rules';
import { useOpenNotices } from './use-open-notices';

function LastCue() {
  const last = useMarkers((state) => state.items[0]);
  if (last === undefined) {
    return (
      <div className={styles.last}>
        <span>Last cue</span>
        <b>none yet</b>
      </div>
    );
  }
  const eventId = eventIdOf(last);
  const what =
    eventId === null ? eventName(last.eventType) : `${commandOf(last)} ${idTexts(eventId).hex}`;
  return (
    <div className={styles.last}>
      <span>Last cue {millisOf(last.receivedAt)}</span>
      <b>{what}</b>
    </div>
  );
}

/** How many notices are open; it opens the list of all. */
function NoticeCount() {
  const open = useOpenNotices();
  const listed = useSheet((state) => state.open === 'notices');
  const grave = open.some(({ level, acknowledged }) => level === 'critical' && !acknowledged);
  const some = open.some(({ level }) => level !== 'info');
  const toggle = (): void => {
    toggleSheet('notices');
  };
  useAction('notices.show', toggle);
  return (
    <button
      type="button"
      className={cx(styles.notices, some && styles.some, grave && styles.grave)}
      aria-haspopup="dialog"
      aria-expanded={listed}
      title="List of notices"
      onClick={toggle}
    >
      {some ? <Mark name={grave ? 'fault' : 'triangle'} /> : null}
      <span>{open.length}</span>
      <span className={styles.reader}> open: list of notices</span>
    </button>
  );
}

/** Whether this console makes its sounds: of the desk, not of the engine. */
function SoundLamp() {
  const { muted } = useSound();
  const why = (): string => (muted ? 'muted on this desk' : 'on');
  const state = muted ? 'off' : 'ok';
  return <Lamp letter="S" name="SOUND" state={state} old={false} why={why} />;
}

/** The strip. */
export function LampStrip() {
  const status = useStatus(statusOf);
  const health = useHealth((state) => state.value);
  const stale = useVitals((vitals) => vitals.stale);
  const wordAtMs = useVitals((vitals) => vitals.wordAtMs);
  const silence = (): string => agoText(silenceMs());
  const heard = useEngineNews();
  const news = (): string | null => lampNews(heard, performance.now());
  const lamps = lampsOf({ status, health, stale, wordAtMs, silence, news });
  return (
    <footer className={styles.strip}>
      <ul className={styles.lamps} aria-label="Lamps">
        {lamps.map((lamp) => (
          <Lamp
            key={lamp.key}
            letter={lamp.letter}
            name={lamp.name}
            state={lamp.state}
            old={lamp.old === true}
            why={() => lamp.why(engineNowMs())}
          />
        ))}
        <SoundLamp />
      </ul>
      <LastCue />
      <NoticeCount />
    </footer>
  );
}
