// Owns the frame of every screen: header, rail, screen, notice line, lamps, none of which ever
// moves or is covered. Refuses to know what a screen shows.
import { useEffect } from 'react';
import { cx } from '../parts/cx';
import { statusOf, useStatus } from '../store/feeds';
import { acknowledge, topNotice } from '../store/notices';
import { useVitals } from '../store/vitals';
import { Header } from './frame/header';
import { LampStrip } from './frame/lamp-strip';
import { NoticeLine } from './frame/notice-line';
import { Rail } from './frame/rail';
import { StaleBar } from './frame/stale-bar';
import { useOpenNotices } from './frame/use-open-notices';
import styles from './frame/frame.module.css';
import { followKeys } from './keys/follow-keys';
import { KeyMap, showKeyMap, useKeyMap } from './keys/key-map';
import { useAction } from './keys/use-action';
import { useKeysLive } from './keys/use-keys-live';
import { ModeSheet } from './mode/mode-sheet';
import { useModeSheet } from './mode/mode-store';
import { titleOf } from './places';
import { useRoute } from './route';
import { SCREEN } from './screens';

function useKeys(): void {
  const notice = topNotice(useOpenNotices());
  useAction('notice.acknowledge', () => {
    if (notice !== null) acknowledge(notice.key);
  });
  useAction('keys.show', () => {
    showKeyMap(true);
  });
  useEffect(() => followKeys(), []);
}

/** The screen that is open, under whatever sheet lies over it. */
function OpenScreen() {
  const screen = useRoute((route) => route.screen);
  const mode = useModeSheet((state) => state.open);
  const keys = useKeyMap((state) => state.open);
  const Shown = SCREEN[screen];
  return (
    <main className={styles.main}>
      <h1 className={styles.reader}>{titleOf(screen)}</h1>
      <div className={styles.screen} inert={mode || keys}>
        <Shown />
      </div>
      {mode ? <ModeSheet /> : null}
      {keys ? <KeyMap /> : null}
    </main>
  );
}

/** The console. */
export function App() {
  const stale = useVitals((vitals) => vitals.stale);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const keysLive = useKeysLive();
  useKeys();
  return (
    <div
      className={cx(styles.app, stale && styles.stale)}
      data-mode={mode ?? 'NONE'}
      data-stale={stale}
    >
      <Header />
      <Rail />
      <OpenScreen />
      <NoticeLine />
      <LampStrip />
      <StaleBar />
      {keysLive ? null : <div className={styles.frame} />}
    </div>
  );
}
