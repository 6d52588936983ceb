// Owns the Health screen: cards, listeners, times, pre-flight, the engine's facts and its log. Read
// only. Refuses to look well while nothing is heard.
import { useEffect } from 'react';
import { useVitals } from '../store/vitals';
import { askLog } from './ask/asked';
import { CardsPanel } from './cards-panel';
import { EnginePanel } from './engine-panel';
import styles from './health.module.css';
import { ListenersPanel } from './listeners/listeners-panel';
import { LogPanel } from './log-panel';
import { PreflightPanel } from './preflight-panel';
import { TimesPanel } from './times-panel';

const LOG_EVERY_MS = 2_000;

/** Follows the log while the screen is open and the engine answers. */
function useFollowedLog(): void {
  const linked = useVitals((vitals) => vitals.phase === 'linked' && !vitals.stale);
  useEffect(() => {
    if (!linked) return undefined;
    void askLog();
    const timer = setInterval(() => void askLog(), LOG_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [linked]);
}

/** The screen. */
export function HealthScreen() {
  useFollowedLog();
  return (
    <div className={styles.screen}>
      <CardsPanel />
      <ListenersPanel />
      <TimesPanel />
      <LogPanel />
      <PreflightPanel />
      <EnginePanel />
    </div>
  );
}
