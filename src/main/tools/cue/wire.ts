// Owns the socket that cues leave by. Refuses to queue without end: beyond a few datagrams on their
// way it makes the sender wait.
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';

const MOST_ON_THEIR_WAY = 64;

/** Where datagrams go. */
export interface Wire {
  /** Resolves when there is room for the next one, which is not when this one has arrived. */
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** Waits for what is on its way; tells how many did not leave, and the first reason. */
  readonly close: () => Promise<{ readonly failed: number; readonly reason: string | null }>;
}

/** Opens a socket to an address. Rejects with the system's error where the name is unknown. */
export async function openWire(host: string, port: number): Promise<Wire> {
  const { address, family } = await lookup(host);
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  let onTheirWay = 0;
  let failed = 0;
  let reason: string | null = null;
  let wake = (): void => undefined;

  const left = (error: Error | null): void => {
    onTheirWay -= 1;
    if (error !== null) {
      failed += 1;
      reason ??= error.message;
    }
    wake();
  };
  const below = async (most: number): Promise<void> => {
    while (onTheirWay > most) await new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    send: async (bytes) => {
      onTheirWay += 1;
      socket.send(bytes, port, address, left);
      await below(MOST_ON_THEIR_WAY);
    },
    close: async () => {
      await below(0);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      return { failed, reason };
    },
  };
}
