// Owns what to do about each thing that Health looks at. Pure. Refuses advice where all is well,
// and an empty line where it is not: then it says where to look.
import type { Health, Listener, LiveStats } from '../../../contract/status';

/** Past this the loop holds cues up, ms. */
export const LOOP_MOST_MS = 20;
/** Rows that wait for the disk before it is worth a look. */
export const QUEUE_LONG = 200;

const CHECK_FIX: Record<string, string> = {
  store: 'Look at the disk: is it full, or gone? Free 2 GB and bids start again by themselves.',
  listener: 'Close the program that holds the port, or start with another one (--udp HOST:PORT).',
  work: 'Its own words say what stands in the way. Nothing sold is lost.',
};

type Check = Health['checks'][number];

/** What to do about a check; null where it is well. */
export function fixOfCheck({ name, status }: Check): string | null {
  if (status === 'ok') return null;
  return (
    CHECK_FIX[name.split(' ')[0] ?? ''] ??
    'Its own words say what is missing; the log has the rest.'
  );
}

/** What to do about a listener; null where it hears or is stopped on purpose. */
export function fixOfListener(listener: Listener): string | null {
  if (listener.state === 'fault') {
    return `Close what holds ${listener.address}:${listener.port}, or choose another port.`;
  }
  if (listener.state === 'listening' && listener.packets === 0) {
    return 'No packet yet. Is the encoder sent to this address? Try npm run cue.';
  }
  return null;
}

/** What to do about a queue; null where it is short. */
export function fixOfQueue(name: keyof LiveStats['queues'], rows: number): string | null {
  if (rows < QUEUE_LONG) return null;
  if (name === 'store') return 'The disk is slower than the cues. Look at its flush time.';
  return 'More comes in than is done. Look for a source that repeats itself.';
}

/** What to do about the loop's delay; null where it is short. */
export function fixOfLoop(p99Ms: number): string | null {
  if (p99Ms <= LOOP_MOST_MS) return null;
  return 'Something holds the engine. Close what else runs on this machine.';
}
