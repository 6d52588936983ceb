// Owns the encoder of a demo: it says made-up cues over a real UDP socket to the engine's own
// listener, each with its repeats, and heartbeats between them. Refuses to know what becomes of
// them: they go the way every cue goes.
import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoCue } from '../../core/games/made-up/demo-night';
import { makeCue, makeHeartbeat } from '../../core/marker/make-cue';
import { metadataOf } from '../../core/marker/manual/test-cue';
import type { Clock, Log, Ports } from '../../flow/ports';

/** An encoder says a cue three times, so that a lost datagram loses nothing. */
export const COPIES = 3;
const COPY_GAP_MS = 40;
const HEARTBEAT_MS = 2_000;

/** What is played, and where to. */
export interface DemoParts {
  readonly cues: Iterable<DemoCue>;
  /** The listener's own address; "any card" is reached over loopback. */
  readonly to: { readonly address: string; readonly port: number };
  readonly clock: Clock;
  readonly text: Ports['text'];
  readonly log: Log;
  readonly heartbeatMs?: number;
}

/** A demo that plays. */
export interface DemoPlayer {
  /** Resolves once nothing more is sent. */
  readonly close: () => Promise<void>;
}

const LOOPBACK: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Waits; false where the demo was ended meanwhile. */
async function waited(ms: number, stop: AbortSignal): Promise<boolean> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}

/** Says the cues, one after another. What runs late moves the rest: a demo never hurries. */
async function play(
  parts: DemoParts,
  send: (bytes: Uint8Array) => void,
  stop: AbortSignal,
): Promise<void> {
  const { cues, clock, text } = parts;
  for (const { afterMs, input, form, eventId, durationMs } of cues) {
    if (!(await waited(afterMs, stop))) return;
    const order = { metadata: metadataOf(input, clock.wallMs()), eventId, durationMs };
    const bytes = makeCue(form, order, text);
    for (let copy = 1; copy <= COPIES; copy += 1) {
      if (copy > 1 && !(await waited(COPY_GAP_MS, stop))) return;
      send(bytes);
    }
  }
}

/** Begins to play. What the system refuses to send is logged. */
export function openDemoPlayer(parts: DemoParts): DemoPlayer {
  const { to, log, heartbeatMs = HEARTBEAT_MS } = parts;
  const host = LOOPBACK[to.address] ?? to.address;
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  const refused = (error: Error): void => log.warn('demo_send', { error: error.message });
  const send = (bytes: Uint8Array): void =>
    socket.send(bytes, to.port, host, (error) => (error === null ? undefined : refused(error)));
  socket.on('error', refused);
  const stop = new AbortController();
  const beat = setInterval(() => send(makeHeartbeat()), heartbeatMs);
  const played = play(parts, send, stop.signal);
  return {
    close: async () => {
      stop.abort();
      clearInterval(beat);
      await played;
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    },
  };
}
