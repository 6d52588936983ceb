// Owns the short words about listeners and rates on the quiet tile. Pure. Refuses made-up numbers:
// every one is a counter of the engine.
import type { Listener, LiveStats } from '../../../../contract/status';
import { countText } from '../../parts/text/money';

/** '127.0.0.1:9999', with what is wrong where something is. */
export function listenerWords(listener: Listener): string {
  const where = `${listener.address}:${listener.port}`;
  return listener.state === 'listening' ? where : `${where} ${listener.state}: ${listener.detail}`;
}

/** '12 heard, 3 accepted, 0.4 a second'. */
export function rateWords(status: LiveStats): string {
  const { total, accepted, perSecond } = status.markers;
  const rate = `${perSecond.toFixed(1)} a second`;
  return `${countText(total)} heard, ${countText(accepted)} accepted, ${rate}`;
}
