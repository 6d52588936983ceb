// Owns hearing datagrams for a capture, of a group on a card if asked, and handing them on. Each
// source is handed on from a socket of its own, so that its stream is still told from others.
// Refuses to hear by another card than the one that was asked for.
import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { RecordOrder } from '../cue/record-order';
import type { Ear, Keep } from './ear';
import { openWires } from './wires';

const RECEIVE_BUFFER_BYTES = 4_194_304;

async function bound({ listen, group, local }: RecordOrder): Promise<Socket> {
  const { address, family } = await lookup(listen.host);
  const socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4', reuseAddr: group !== null });
  try {
    socket.bind(listen.port, address);
    await once(socket, 'listening');
    if (group !== null) socket.addMembership(group, local ?? undefined);
    socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
  } catch (error) {
    socket.close();
    throw error;
  }
  return socket;
}

/** Hears datagrams. Rejects with the system's error where that cannot be. */
export async function listenUdp(order: RecordOrder, keep: Keep): Promise<Ear> {
  const socket = await bound(order);
  const on = order.passOn === null ? null : await openWires(order.passOn);
  socket.on('message', (bytes, { address, port }) => {
    const from = `${address}:${port}`;
    keep({ from, protocol: 'udp', bytes });
    on?.send(from, bytes);
  });
  return {
    port: socket.address().port,
    close: async () => {
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      return (await on?.close()) ?? null;
    },
  };
}
