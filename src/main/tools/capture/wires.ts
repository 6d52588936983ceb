// Owns a socket for each source whose datagrams are sent again, so that a receiver can still tell
// one source's stream from another's. Refuses sockets without end: beyond a bound the one used
// longest ago gives way.
import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import type { Target } from '../cue/typed';

const SOURCES_MOST = 64;

/** The sockets. */
export interface Wires {
  /** Sends as this source; `from` is its name. */
  readonly send: (from: string, bytes: Uint8Array) => void;
  /** Waits for what is on its way; the first thing that went wrong, null for nothing. */
  readonly close: () => Promise<string | null>;
}

/** Opens the way to an address. Rejects with the system's error where the name is unknown. */
export async function openWires({ host, port }: Target): Promise<Wires> {
  const { address, family } = await lookup(host);
  const sockets = new Map<string, Socket>();
  let onTheirWay = 0;
  let trouble: string | null = null;
  let wake = (): void => undefined;

  const socketOf = (from: string): Socket => {
    const known = sockets.get(from);
    sockets.delete(from);
    const socket = known ?? createSocket(family === 6 ? 'udp6' : 'udp4');
    if (known === undefined) socket.on('error', (error) => (trouble ??= error.message));
    sockets.set(from, socket);
    const [oldest] = sockets;
    if (sockets.size > SOURCES_MOST && oldest !== undefined) {
      sockets.delete(oldest[0]);
      oldest[1].close();
    }
    return socket;
  };
  return {
    send: (from, bytes) => {
      onTheirWay += 1;
      socketOf(from).send(bytes, port, address, (error) => {
        onTheirWay -= 1;
        if (error !== null) trouble ??= error.message;
        wake();
      });
    },
    close: async () => {
      while (onTheirWay > 0) await new Promise<void>((resolve) => (wake = resolve));
      for (const socket of sockets.values()) socket.close();
      return trouble;
    },
  };
}
