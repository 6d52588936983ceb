// Owns the lines at the end: what was sent, and what the engine's listener says became of it.
// Refuses to call anything arrived that the engine did not count.
import type { Count, Tally } from './engine-count';
import type { Left } from './ways/way';

/** What was sent. */
export interface Sum {
  readonly cues: number;
  readonly unit: 'datagram' | 'message';
  readonly units: number;
  readonly tookMs: number;
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** What was sent, in one line. */
export function sentLine({ cues, unit, units, tookMs }: Sum): string {
  const perSecond = tookMs > 1_000 ? `, ${((cues * 1_000) / tookMs).toFixed(1)} cues a second` : '';
  const what = `${counted(cues, 'cue')} in ${counted(units, unit)}`;
  return `Sent ${what} in ${seconds(tookMs)} s${perSecond}.`;
}

/** What did not go as it should, one line each; none where all is well. */
export function troubleLines(unit: Sum['unit'], unfit: number, left: Left): readonly string[] {
  const { failed, reason } = left;
  const lines: string[] = [];
  if (unfit > 0) {
    lines.push(`${counted(unfit, 'cue')} said more than a section can carry: not sent.`);
  }
  if (reason !== null) lines.push(`${counted(failed, unit)} did not leave: ${reason}.`);
  return lines;
}

function countLine(before: Tally, after: Tally, units: number): string {
  const grown = (key: keyof Tally): number => after[key] - before[key];
  const heard = grown('packets');
  if (heard < 0) return 'What became of them is not known: the engine was started anew meanwhile.';
  const lost = Math.max(0, units - heard);
  const others = heard - units;
  const beside = others > 0 ? ` (${others} of what it heard came from elsewhere)` : '';
  return (
    `The engine counted ${grown('accepted')} accepted, ${grown('duplicates')} duplicate, ` +
    `${grown('rejected')} rejected, ${lost} lost${beside}.`
  );
}

/** What became of it, in one line. */
export function becameLine(before: Count, after: Count, units: number): string {
  if (!before.ok) return `What became of them is not known: ${before.why}.`;
  if (!after.ok) return `What became of them is not known: ${after.why}.`;
  return countLine(before.tally, after.tally, units);
}
