// Owns the sentence about our listeners: where they listen and what they counted. Pure. Refuses to
// call a listener that is stopped or at fault a listening one.
import type { Listener } from '../../../contract/status';
import { countText } from '../parts/text/money';
import { spanText } from '../parts/text/time';

/** 'Listening on 127.0.0.1:9999, 0 packets in 04:10.'; other states say theirs. */
export function listeningText(listeners: readonly Listener[], sinceMs: number | null): string {
  if (listeners.length === 0) return 'No listener is set up. Cues cannot arrive.';
  const span = sinceMs === null ? '' : ` in ${spanText(sinceMs)}`;
  return listeners
    .map((listener) => {
      const where = `${listener.address}:${listener.port}`;
      if (listener.state === 'listening') {
        const word = listener.packets === 1 ? 'packet' : 'packets';
        const packets = `${countText(listener.packets)} ${word}`;
        return `Listening on ${where}, ${packets}${span}.`;
      }
      const word = listener.state === 'stopped' ? 'Stopped' : 'Fault';
      return `${word} on ${where}: ${listener.detail}`;
    })
    .join(' ');
}
