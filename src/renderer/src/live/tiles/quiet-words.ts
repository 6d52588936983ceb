// Owns the short words about the rate of cues on the quiet tile. Pure. Refuses made-up numbers:
// every one is a counter of the engine.
import type { LiveStats } from '../../../../contract/status';
import { countText } from '../../parts/text/money';

/** '12 heard, 3 accepted, 0.4 a second'. */
export function rateWords(status: LiveStats): string {
  const { total, accepted, perSecond } = status.markers;
  const rate = `${perSecond.toFixed(1)} a second`;
  return `${countText(total)} heard, ${countText(accepted)} accepted, ${rate}`;
}
