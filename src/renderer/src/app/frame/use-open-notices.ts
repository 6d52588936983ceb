// Owns the hooks for notices: following what is wrong right now, which notice the line shows, and
// which are open.
// Refuses to count by itself: each look is at the moment it is drawn.
import { useEffect } from 'react';
import { useEngineNews } from '../../link/engine-news';
import { useAtNow } from '../../parts/use-now';
import { statusOf, useFeedFaults, useMarkers, useStatus } from '../../store/feeds';
import { noteCauses, openNotices, topNotice, useNotices, type Notice } from '../../store/notices';
import { useVitals } from '../../store/vitals';
import { standingCauses } from './standing';

/** Raises and ends notices as causes come and go; used once, by the frame. */
export function useFollowCauses(): void {
  const status = useStatus(statusOf);
  const { stale, refusal, wordAtMs } = useVitals();
  const faults = useFeedFaults();
  const quarantined = useMarkers(
    ({ items }) => items.find((marker) => marker.status === 'QUARANTINED') ?? null,
  );
  const heard = useEngineNews();
  useEffect(() => {
    const link = { stale, refusal, wordAtMs, heard, monoMs: performance.now() };
    noteCauses(standingCauses({ status, ...link, faults, quarantined }));
  }, [status, stale, refusal, wordAtMs, heard, faults, quarantined]);
}

/** The notice on the line, null when all is quiet. */
export function useTopNotice(): Notice | null {
  const { list } = useNotices();
  const key = useAtNow(() => topNotice(list, performance.now())?.key ?? null);
  return list.find((notice) => notice.key === key) ?? null;
}

/** The open notices, oldest first. */
export function useOpenNotices(): readonly Notice[] {
  const { list } = useNotices();
  // Rendered again when one runs out, by watching how many are left.
  useAtNow(() => openNotices(list, performance.now()).length);
  return openNotices(list, performance.now());
}
