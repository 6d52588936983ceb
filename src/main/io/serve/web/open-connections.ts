// Owns the knowledge of which TCP connections have a call under way, so that the end need not wait
// for the others: idle ones, ones that never asked, refused upgrades that do not go. Refuses to cut
// a call or a WebSocket that was let in.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The connections of one server. */
export interface OpenConnections {
  /** Marks a connection as one that ends by itself: a WebSocket that was let in. */
  readonly letIn: (socket: Duplex) => void;
  /** Cuts every connection that has no call under way, now and when its last call has ended. */
  readonly cutIdle: () => void;
}

/** Watches the connections of a server from its start. */
export function watchConnections(server: Server): OpenConnections {
  const calls = new Map<Duplex, number>();
  let ending = false;
  const count = (socket: Duplex, by: number): void => {
    const left = (calls.get(socket) ?? 0) + by;
    if (calls.has(socket)) calls.set(socket, left);
    if (ending && left === 0) socket.destroy();
  };
  server.on('connection', (socket: Duplex) => {
    calls.set(socket, 0);
    socket.once('close', () => calls.delete(socket));
    if (ending) socket.destroy();
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    letIn: (socket) => count(socket, 1),
    cutIdle: () => {
      ending = true;
      for (const [socket, open] of calls) if (open === 0) socket.destroy();
    },
  };
}
