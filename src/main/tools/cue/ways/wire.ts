// Owns the socket that datagrams leave by, to one address or to a multicast group over a chosen
// card. Refuses to queue without end: beyond a few datagrams on their way it makes the sender wait.
import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { Target } from '../typed';

const MOST_ON_THEIR_WAY = 64;
/** Routers a multicast datagram may pass: through a truck and a venue, not through the world. */
const MULTICAST_HOPS = 16;
const MULTICAST = /^(?:22[4-9]|23\d)\.|^ff/iu;

/** Where datagrams go. */
export interface Wire {
  /** Resolves when there is room for the next one, which is not when this one has arrived. */
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** Waits for what is on its way; tells how many did not leave, and the first reason. */
  readonly close: () => Promise<{ readonly failed: number; readonly reason: string | null }>;
}

/** A group's datagrams leave by the card with the address `local`, or by the system's choice. */
async function aim(socket: Socket, address: string, local: string | null): Promise<void> {
  if (!MULTICAST.test(address)) return;
  socket.bind(0);
  await once(socket, 'listening');
  socket.setMulticastTTL(MULTICAST_HOPS);
  if (local !== null) socket.setMulticastInterface(local);
}

/**
 * Opens a socket to an address. Rejects with the system's error where the name is unknown or the
 * card is none of this machine.
 */
export async function openWire({ host, port }: Target, local: string | null = null): Promise<Wire> {
  const { address, family } = await lookup(host);
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  try {
    await aim(socket, address, local);
  } catch (error) {
    socket.close();
    throw error;
  }
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
