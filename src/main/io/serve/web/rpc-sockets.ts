// Owns the WebSockets at /rpc: let in by the gate before the upgrade, counted, pinged, and cut when
// they are dead, too slow to read or send what is no frame. Refuses to buffer for a client: one
// that does not read is cut and comes back with its position.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { fault, type Fault } from '../../../../contract/faults';
import { BODY_MOST_BYTES } from '../../../../contract/limits';
import type { Caller, Log } from '../../../flow/ports';
import type { Line, RpcLines } from '../rpc-line';
import { pathOf, type Gate } from './gate';
import { refuseOn, requestIdOf } from './replies';

/** Frames that are no frames, after which a connection is closed. */
const GARBAGE_MOST = 5;
/** Bytes that may wait for a client to read them. */
const UNREAD_MOST_BYTES = 4 * BODY_MOST_BYTES;
/** How long a client that is told to go may take about it. */
const GOODBYE_MS = 500;
/** How a connection ends when a page is closed or left: no news. */
const PAGE_GONE: readonly (string | undefined)[] = ['ECONNRESET', 'EPIPE'];

/** Connections at once, and the pause between pings (milliseconds); a missed one ends it. */
export interface SocketLimits {
  readonly socketsMost: number;
  readonly pingEveryMs: number;
}

/** What the sockets rest on. */
export interface SocketSettings extends SocketLimits {
  readonly gate: Gate;
  readonly lines: RpcLines;
  readonly log: Log;
  /** Told each connection that becomes a WebSocket. */
  readonly letIn: (socket: Duplex) => void;
}

/** The upgrade listener and the end of all sockets. */
export interface RpcSockets {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => Promise<void>;
}

interface Visitor {
  readonly caller: Caller;
  readonly requestId: string;
}

/** A frame as text. Connections are set to give whole buffers; anything else is no frame. */
function textOf(data: RawData): string | null {
  return Buffer.isBuffer(data) ? data.toString('utf8') : null;
}

function serveSocket(ws: WebSocket, visitor: Visitor, { lines, log }: SocketSettings): void {
  const facts = { requestId: visitor.requestId };
  const send = (text: string): void => {
    if (ws.readyState === ws.OPEN) ws.send(text);
  };
  const line: Line = lines.open({ ...visitor, send });
  let garbage = 0;
  ws.on('message', (data: RawData, isBinary) => {
    if (ws.bufferedAmount > UNREAD_MOST_BYTES) {
      log.warn('socket_too_slow', facts);
      ws.terminate();
    } else if (isBinary || !line.hear(textOf(data))) {
      garbage += 1;
      if (garbage === 1) log.warn('socket_frame_refused', facts);
      if (garbage >= GARBAGE_MOST) ws.close(1008, 'not the protocol of this address');
    }
  });
  ws.on('error', (cause) => log.warn('socket_failed', { ...facts, error: cause.message }));
  ws.on('close', () => line.close());
}

/** Pings every connection; one that did not answer the last ping is cut. Gives the stop. */
function keepAlive(server: WebSocketServer, pingEveryMs: number): () => void {
  const silent = new WeakSet<WebSocket>();
  server.on('connection', (ws: WebSocket) => ws.on('pong', () => silent.delete(ws)));
  const timer = setInterval(() => {
    for (const ws of server.clients) {
      if (silent.has(ws)) ws.terminate();
      else {
        silent.add(ws);
        ws.ping();
      }
    }
  }, pingEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Logs what breaks a connection, before and after its upgrade; a page that goes is no fault. */
function watch(socket: Duplex, requestId: string, log: Log): { upgraded: () => void } {
  let code = 'upgrade_failed';
  socket.on('error', (cause: NodeJS.ErrnoException) => {
    if (!PAGE_GONE.includes(cause.code)) log.warn(code, { requestId, error: cause.message });
  });
  return {
    upgraded: () => {
      code = 'socket_failed';
    },
  };
}

async function sayGoodbye(server: WebSocketServer): Promise<void> {
  for (const ws of server.clients) ws.close(1001, 'the engine is stopping');
  const cut = setTimeout(() => server.clients.forEach((ws) => ws.terminate()), GOODBYE_MS);
  const gone = [...server.clients].map(
    (ws) => new Promise<void>((resolve) => void ws.once('close', () => resolve())),
  );
  await Promise.all(gone);
  clearTimeout(cut);
}

/** Makes the WebSocket side of the server. Close answers once every connection is gone. */
export function createRpcSockets(settings: SocketSettings): RpcSockets {
  const { gate, log, letIn, socketsMost, pingEveryMs } = settings;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: BODY_MOST_BYTES,
    perMessageDeflate: false,
  });
  const stopPings = keepAlive(server, pingEveryMs);
  let stopping = false;

  const refusal = (request: IncomingMessage): Fault | Caller => {
    const verdict = gate(request, 'upgrade');
    if (!verdict.ok) return verdict.fault;
    if (pathOf(request) !== '/rpc') return fault('not_found');
    if (stopping) return fault('stopping');
    if (server.clients.size >= socketsMost) return fault('too_many');
    return verdict.caller;
  };
  return {
    upgrade: (request, socket, head) => {
      const requestId = requestIdOf(request);
      const { upgraded } = watch(socket, requestId, log);
      const answer = refusal(request);
      if ('code' in answer) {
        log.warn('upgrade_refused', { requestId, code: answer.code });
        refuseOn(socket, answer, requestId);
        return;
      }
      letIn(socket);
      server.handleUpgrade(request, socket, head, (ws) => {
        upgraded();
        server.emit('connection', ws, request);
        serveSocket(ws, { caller: answer, requestId }, settings);
      });
    },
    close: () => {
      stopping = true;
      stopPings();
      return sayGoodbye(server);
    },
  };
}
