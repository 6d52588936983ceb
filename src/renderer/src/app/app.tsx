// Owns the frame of every screen: header, rail, screen, notice line, lamps, none of which ever
// moves or is covered. Refuses to know what a screen shows.
import { useEffect, useRef } from 'react';
import { cx } from '../parts/cx';
import { LiveScreen } from '../live/live-screen';
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
import { followKeys } from './keys';
import { ModeSheet } from './mode/mode-sheet';
import { useModeSheet } from './mode/mode-store';

function useKeys(): void {
  const top = useRef<string | null>(null);
  const notice = topNotice(useOpenNotices());
  useEffect(() => {
    top.current = notice?.key ?? null;
  });
  useEffect(
    () =>
      followKeys({
        acknowledgeTop: () => {
          if (top.current !== null) acknowledge(top.current);
        },
      }),
    [],
  );
}

/** The console. */
export function App() {
  const stale = useVitals((vitals) => vitals.stale);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const sheet = useModeSheet((state) => state.open);
  useKeys();
  return (
    <div
      className={cx(styles.app, stale && styles.stale)}
      data-mode={mode ?? 'NONE'}
      data-stale={stale}
    >
      <Header />
      <Rail />
      <main className={styles.main}>
        <h1 className={styles.reader}>Live</h1>
        <div className={styles.screen} inert={sheet}>
          <LiveScreen />
        </div>
        {sheet ? <ModeSheet /> : null}
      </main>
      <NoticeLine />
      <LampStrip />
      <StaleBar />
    </div>
  );
}
