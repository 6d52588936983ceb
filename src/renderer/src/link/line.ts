// Owns an open line to the engine, whatever carries it: the desktop's message port where the host
// offers one, else the WebSocket. Refuses to keep two: the port is asked for first.
import { SURFACE } from '../app/keys/surface';
import { clientOver, clientOverPort, type EngineClient } from './client';
import { askForPort, PORT_WAIT_MS } from './engine-port';
import { closed, openSocket, spokenThrough } from './socket';

/** An open line: who to ask, when it has ended, and how to end it. */
export interface Line {
  readonly client: EngineClient;
  readonly ended: Promise<unknown>;
  readonly close: () => void;
}

function overPort(port: MessagePort): Line {
  const ended = new Promise((resolve) => {
    port.addEventListener('close', resolve, { once: true });
  });
  const client = clientOverPort(port);
  port.start();
  return {
    client,
    ended,
    close: () => {
      port.close();
    },
  };
}

/** Opens a line; null where neither way opens within its limit. */
export async function openLine(address: string, deadlineMs: number): Promise<Line | null> {
  const port = SURFACE === 'desktop' ? await askForPort(window, PORT_WAIT_MS) : null;
  if (port !== null) return overPort(port);
  const socket = await openSocket(address, deadlineMs);
  if (socket === null) return null;
  const { spoken, end } = spokenThrough(socket);
  return { client: clientOver(spoken), ended: closed(socket), close: end };
}
