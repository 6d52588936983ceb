// Owns the Health screen: listeners, times, queues, checks with how to fix them, and which engine
// this is. Read only. Refuses to look well while nothing is heard.
import { Facts } from '../parts/controls/facts';
import { Panel } from '../parts/panel/panel';
import { Loading } from '../parts/panel/states';
import { spanText } from '../parts/text/time';
import { modeName } from '../parts/text/words';
import { Ticking } from '../parts/ticking';
import { useHealth } from '../store/answers';
import { statusOf, useStatus } from '../store/feeds';
import { engineNowMs } from '../store/vitals';
import { ChecksPanel } from './checks-panel';
import styles from './health.module.css';
import { ListenersPanel } from './listeners-panel';
import { QueuesPanel, TimesPanel } from './times-panel';

function EnginePanel() {
  const { value, startedMs } = useHealth();
  const status = useStatus(statusOf);
  const up = (): string => {
    const nowMs = engineNowMs();
    return startedMs === null || nowMs === null ? '\u2013' : spanText(nowMs - startedMs);
  };
  return (
    <Panel title="Engine" hint={value?.status ?? ''} place="engine">
      {value === null || status === null ? (
        <Loading rows={4} />
      ) : (
        <div className={styles.engine}>
          <Facts
            rows={[
              ['Version', value.version],
              ['Up', <Ticking key="up" text={up} />],
              ['Mode', modeName(status.mode)],
              ['Trouble', status.trouble ?? 'none'],
              ['New auctions', status.held ? 'held by the operator' : 'open as cues come'],
              ['Cues a second', status.markers.perSecond.toFixed(1)],
              ['Accepted', `${(status.rates.acceptedOfReceived * 100).toFixed(1)} % of received`],
              ['Sold', `${(status.rates.soldOfClosed * 100).toFixed(1)} % of closed`],
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

/** The screen. */
export function HealthScreen() {
  return (
    <div className={styles.screen}>
      <ListenersPanel />
      <TimesPanel />
      <QueuesPanel />
      <EnginePanel />
      <ChecksPanel />
    </div>
  );
}
