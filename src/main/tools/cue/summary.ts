// Owns the lines at the end: what was sent, and what the engine's listener says became of it.
// Refuses to call anything arrived that the engine did not count.
import type { Listener } from '../../../contract/status';
import type { Count } from './engine-count';
import type { Sent } from './send-plan';

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** What was sent, in one line. */
export function sentLine({ cues, datagrams, tookMs }: Sent): string {
  const perSecond = tookMs > 1_000 ? `, ${((cues * 1_000) / tookMs).toFixed(1)} cues a second` : '';
  const what = `${counted(cues, 'cue')} in ${counted(datagrams, 'datagram')}`;
  return `Sent ${what} in ${seconds(tookMs)} s${perSecond}.`;
}

function countLine(before: Listener, after: Listener, datagrams: number): string {
  const grown = (key: 'packets' | 'accepted' | 'duplicates' | 'rejected'): number =>
    after[key] - before[key];
  const heard = grown('packets');
  if (heard < 0) return 'What became of them is not known: the engine was started anew meanwhile.';
  const lost = Math.max(0, datagrams - heard);
  const others = heard - datagrams;
  const beside = others > 0 ? ` (${others} of what it heard came from elsewhere)` : '';
  return (
    `The engine counted ${grown('accepted')} accepted, ${grown('duplicates')} duplicate, ` +
    `${grown('rejected')} rejected, ${lost} lost${beside}.`
  );
}

/** What became of it, in one line. */
export function becameLine(before: Count, after: Count, datagrams: number): string {
  if (!before.ok) return `What became of them is not known: ${before.why}.`;
  if (!after.ok) return `What became of them is not known: ${after.why}.`;
  return countLine(before.listener, after.listener, datagrams);
}
