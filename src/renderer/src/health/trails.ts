// Owns the trails that Health draws, kept while the console lives, whatever screen is open. Refuses
// to sample what is stale: it is fed by the status feed alone.
import { create } from 'zustand';
import type { LiveStats } from '../../../contract/status';
import { epochMs } from '../parts/text/time';
import { statusOf, useStatus } from '../store/feeds';
import { withSample, type Sample } from './trail';

interface Trails {
  readonly durable: readonly Sample[];
}

export const useTrails = create<Trails>()(() => ({ durable: [] }));

function note(status: LiveStats): void {
  const atMs = epochMs(status.at);
  if (atMs === null) return;
  const { durable } = useTrails.getState();
  useTrails.setState({
    durable: withSample(durable, { atMs, value: status.latencyMs.receiveToDurable.p99 }),
  });
}

/** Follows the status feed; gives the stop. */
export function followTrails(): () => void {
  return useStatus.subscribe((state) => {
    const status = statusOf(state);
    if (status !== null) note(status);
  });
}
