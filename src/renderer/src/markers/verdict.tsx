// Owns what became of a marker, as word, shape and sentence. Accepted is plain, copies are dim,
// what was refused asks for attention, quarantine most. Refuses red: a refused cue is no fault of
// ours.
import type { Marker, MarkerStatus } from '../../../contract/marker';
import { MARKER_REASONS, MARKER_WARNINGS } from '../../../contract/reasons';
import { Badge, type Tone } from '../parts/marks/badge';
import type { MarkName } from '../parts/marks/mark';

const LOOK: Record<MarkerStatus, readonly [Tone, MarkName?]> = {
  RECEIVED: ['plain', 'ring'],
  ACCEPTED: ['plain', 'tick'],
  DUPLICATE: ['dim', 'equal'],
  INVALID: ['attention', 'triangle'],
  STALE: ['outlined', 'ring'],
  QUARANTINED: ['filled', 'triangle'],
  IGNORED: ['quiet'],
};

/** Every verdict, in the order in which they are counted. */
export const VERDICTS = Object.keys(LOOK) as readonly MarkerStatus[];

/** The verdict's badge. */
export function Verdict({ status }: { readonly status: MarkerStatus }) {
  const [tone, mark] = LOOK[status];
  return <Badge tone={tone} word={status} mark={mark} />;
}

/** Why it was not used, or what came of it, in one sentence; odd things follow. */
export function verdictSentence(marker: Marker): string {
  const warnings = marker.warnings.map((warning) => MARKER_WARNINGS[warning]);
  return [mainSentence(marker), ...warnings].join(' ');
}

function mainSentence(marker: Marker): string {
  if (marker.status === 'DUPLICATE' && marker.duplicateOf !== null) {
    return `A copy of ${marker.duplicateOf}.`;
  }
  if (marker.reason !== null) return MARKER_REASONS[marker.reason];
  const copies = marker.copies > 0 ? ` Heard ${marker.copies + 1} times.` : '';
  if (marker.auctionId !== null) return `Auction ${marker.auctionId}.${copies}`;
  return `Started nothing.${copies}`;
}
