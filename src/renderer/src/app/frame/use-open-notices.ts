// Owns the hook for the notices that are open now: standing ones from the state of things, passing
// ones until they run out, both less what was acknowledged.
import { useEffect, useMemo } from 'react';
import { useAtNow } from '../../parts/use-now';
import { statusOf, useStatus } from '../../store/feeds';
import { forgetGone, openNotices, useNotices, type Notice } from '../../store/notices';
import { useVitals } from '../../store/vitals';
import { standingNotices } from './standing';

/** The open notices, oldest first. */
export function useOpenNotices(): readonly Notice[] {
  const status = useStatus(statusOf);
  const { stale, refusal, wordAtMs } = useVitals();
  const { passing, acknowledged } = useNotices();
  const standing = useMemo(
    () => standingNotices({ status, stale, refusal, wordAtMs }),
    [status, stale, refusal, wordAtMs],
  );
  useEffect(() => {
    forgetGone(standing);
  }, [standing]);
  const all = [...standing, ...passing];
  // Rendered again when one runs out, by watching how many are left.
  useAtNow(() => openNotices(all, acknowledged, performance.now()).length);
  return openNotices(all, acknowledged, performance.now());
}
