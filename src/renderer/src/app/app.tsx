// Owns the frame of every screen: header, rail, screen, notice line, lamps, none of which ever
// moves or is covered. Refuses to know what a screen shows.
import { useEffect, type ComponentType } from 'react';
import { cx } from '../parts/cx';
import { statusOf, useStatus } from '../store/feeds';
import { acknowledge } from '../store/notices';
import { useVitals } from '../store/vitals';
import { Header } from './frame/header/header';
import { LampStrip } from './frame/lamp-strip';
import { NoticeLine } from './frame/notice-line';
import { Rail } from './frame/rail';
import { StaleBar } from './frame/stale-bar';
import { useFollowCauses, useTopNotice } from './frame/use-open-notices';
import styles from './frame/frame.module.css';
import { followKeys } from './keys/follow-keys';
import { KeyMap } from './keys/map/key-map';
import { useAction } from './keys/use-action';
import { useKeysLive } from './keys/use-keys-live';
import { ModeSheet } from './mode/mode-sheet';
import { useSounds } from './look/sound/use-sounds';
import { titleOf } from './places';
import { useRoute } from './route';
import { SCREEN } from './screens';
import { HoldSheet } from './sheets/hold-sheet';
import { NoticeList } from './sheets/notice-list';
import { Palette } from './sheets/palette/palette';
import { toggleSheet, useSheet, type SheetName } from './sheets/sheet-store';

const SHEETS: Readonly<Record<SheetName, ComponentType>> = {
  mode: ModeSheet,
  keys: KeyMap,
  hold: HoldSheet,
  palette: Palette,
  notices: NoticeList,
};

function useKeys(): void {
  const notice = useTopNotice();
  useAction('notice.acknowledge', () => {
    if (notice !== null) acknowledge(notice.key);
  });
  useAction('palette.show', () => {
    toggleSheet('palette');
  });
  useEffect(() => followKeys(), []);
}

/** The screen that is open, under whatever sheet lies over it. */
function OpenScreen() {
  const screen = useRoute((route) => route.screen);
  const sheet = useSheet((state) => state.open);
  const Shown = SCREEN[screen];
  const Over = sheet === null ? null : SHEETS[sheet];
  return (
    <main className={styles.main}>
      <h1 className={styles.reader}>{titleOf(screen)}</h1>
      <div className={styles.screen} inert={sheet !== null}>
        <Shown />
      </div>
      {Over === null ? null : <Over />}
    </main>
  );
}

/** The console. */
export function App() {
  const stale = useVitals((vitals) => vitals.stale);
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const keysLive = useKeysLive();
  useKeys();
  useFollowCauses();
  useSounds();
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
