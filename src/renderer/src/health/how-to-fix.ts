// Owns what to do about each thing that Health looks at. Pure. Refuses advice where all is well,
// and an empty line where it is not: then it says where to look.
import type { Machine, NetworkCard, ThreadPace } from '../../../contract/host/machine';
import type { Listener } from '../../../contract/status';
import { clockOf } from '../parts/text/time';

/** Past this the loop holds cues up, ms. */
export const LOOP_MOST_MS = 20;

/** How the engine says that a port is somebody else's. */
const TAKEN = /EADDRINUSE|address already in use/u;

/**
 * What to do about a listener; null where it hears or is stopped on purpose. One that is silent is
 * no matter where another has heard: a truck need not use both.
 */
export function fixOfListener(listener: Listener, heard = listener.packets > 0): string | null {
  if (listener.state === 'fault') {
    const { detail, address, port } = listener;
    if (!TAKEN.test(detail) && detail !== '') return `${detail}. It is tried every few seconds.`;
    return `Close what holds ${address}:${port}, or choose another port.`;
  }
  const deaf = listener.groups?.find(({ joined }) => !joined);
  if (deaf !== undefined && listener.state === 'listening') {
    return `Group ${deaf.group} is ${deaf.detail}. It is tried every few seconds.`;
  }
  if ((listener.kernelDrops ?? 0) > 0) {
    return 'The system threw packets away. Close what else runs on this machine.';
  }
  if (listener.state === 'listening' && !heard) {
    return 'No packet yet. Is the encoder sent to this address? Try npm run cue.';
  }
  return null;
}

/**
 * One line about all of them: the first in fault, else the first that needs a hand, else what one
 * of them has to say.
 */
export function noteOfListeners(listeners: readonly Listener[]) {
  const heard = listeners.some(({ packets }) => packets > 0);
  const worstFirst = listeners.toSorted(
    (a, b) => Number(b.state === 'fault') - Number(a.state === 'fault'),
  );
  const notes = worstFirst.flatMap((listener) => {
    const fix = fixOfListener(listener, heard);
    return fix === null ? [] : [`${listener.name ?? listener.id}: ${fix}`];
  });
  const more = notes.length > 1 ? ` And ${notes.length - 1} more.` : '';
  if (notes[0] !== undefined) return { text: `${notes[0]}${more}`, look: true };
  const says = listeners.find(({ detail }) => detail !== '');
  const text = says === undefined ? 'Cues are heard.' : `${says.name ?? says.id}: ${says.detail}`;
  return { text, look: false };
}

/** What to do about the loop's delay; null where it is short. */
export function fixOfLoop(p99Ms: number): string | null {
  if (p99Ms <= LOOP_MOST_MS) return null;
  return 'Close what else runs on this machine.';
}

/** Megabits as the trade writes them: 10000 -> '10 G', 100 -> '100 M'. */
export function speedText(mbits: number): string {
  return mbits >= 1_000 ? `${mbits / 1_000} G` : `${mbits} M`;
}

/** Bytes in decimal steps: 184000000 -> '184 MB'. */
export function bytesText(bytes: number): string {
  if (bytes >= 1e11) return `${Math.round(bytes / 1e9)} GB`;
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.round(bytes / 1e3)} kB`;
}

/** Why a card stands where it does, and whether that is worth a look. */
export function whyOfCard(card: NetworkCard): { readonly why: string; readonly look: boolean } {
  const { listeners, link } = card;
  if (listeners.length === 0) return { why: 'nobody listens here', look: false };
  const heard = `${listeners.join(', ')} ${listeners.length === 1 ? 'listens' : 'listen'} here`;
  if (link !== 'down') return { why: heard, look: false };
  return { why: `${heard}, but the link is down. Check its cable.`, look: true };
}

/** What the clock did: the last jump with its moment, or that there was none. */
export function stepText(
  { steps, lastStepAt, lastStepMs }: Machine['clock'],
  since: string,
): string {
  if (lastStepMs === null) return `none since ${since}`;
  const by = `${lastStepMs > 0 ? '+' : ''}${(lastStepMs / 1000).toFixed(1)} s`;
  return `${by} at ${clockOf(lastStepAt)}, ${steps} since ${since}`;
}

/** What each thread is called. */
export const THREADS = { engine: 'Engine held', store: 'Store held' } as const;

/** Which thread was held longest and when, with what to do; null where none was over the limit. */
export function heldText(threads: readonly ThreadPace[]): string | null {
  const worst = threads.toSorted((a, b) => b.worst - a.worst)[0];
  const fix = worst === undefined ? null : fixOfLoop(worst.worst);
  if (worst === undefined || fix === null) return null;
  const { thread, worst: ms, worstAt } = worst;
  return `${THREADS[thread]} ${ms.toFixed(1)} ms at ${clockOf(worstAt)}. ${fix}`;
}
