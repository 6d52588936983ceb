// Owns finding out why the engine does not let us in: a refused WebSocket tells a page nothing, so
// one plain request asks. Refuses to guess when the engine does not answer at all.
import { inTime } from './wait';

const NO_SESSION =
  'This browser has no valid session: it ended, or the engine has a new token. Open the address ' +
  'with the token again, as the engine printed it at start. The engine goes on without this page.';

/** The sentence to show, or null when the engine is away or would let us in. */
export async function whyRefused(): Promise<string | null> {
  const reply = await inTime((signal) =>
    fetch('/api/live-stats', { signal, credentials: 'same-origin', cache: 'no-store' }),
  );
  if (reply.kind !== 'good') return null;
  return reply.value.status === 401 || reply.value.status === 403 ? NO_SESSION : null;
}
