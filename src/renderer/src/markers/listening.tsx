// Owns what stands where markers would: that we listen, where, what was heard and for how long.
// Refuses "no data": it says what the sockets themselves counted.
import { Empty } from '../parts/panel/states';
import { Ticking } from '../parts/ticking';
import { useHealth } from '../store/answers';
import { statusOf, useStatus } from '../store/feeds';
import { engineNowMs } from '../store/vitals';
import { listeningText } from './listening-text';

/** The empty state of the marker list, following the clock. */
export function Listening() {
  const status = useStatus(statusOf);
  const startedMs = useHealth((health) => health.startedMs);
  const text = (): string => {
    const nowMs = engineNowMs();
    const sinceMs = nowMs === null || startedMs === null ? null : Math.max(0, nowMs - startedMs);
    return listeningText(status?.listeners ?? [], sinceMs);
  };
  return (
    <Empty title="No cue yet">
      <Ticking text={text} />
    </Empty>
  );
}
