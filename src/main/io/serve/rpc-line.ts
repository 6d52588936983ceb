// Owns the talk with one client over anything that carries text both ways: WebSocket or a message
// port. Frames are read and checked here before oRPC sees them, since a frame it cannot read would
// end the process. Refuses more open calls than a console ever has, and any binary payload.
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { fault } from '../../../contract/faults';
import type { Caller } from '../../flow/ports';
import { callError, type CallContext } from './call-faults';
import type { ApiRouter } from './router';

/** Calls one client may have open at once. */
const OPEN_CALLS_MOST = 32;
const ABORT = 4;

/** The client's side of a line: how to write to it, who it is, and the id its log lines carry. */
export interface LineEnd {
  readonly send: (text: string) => void;
  readonly caller: Caller;
  readonly requestId: string;
}

/** One open line. */
export interface Line {
  /** Takes one frame as it came; false if it is not a frame of this protocol. */
  readonly hear: (frame: unknown) => boolean;
  /** Aborts every open call. */
  readonly close: () => void;
}

/** Opens lines to one router. */
export interface RpcLines {
  readonly open: (end: LineEnd) => Line;
}

interface LineContext extends CallContext {
  readonly line: { open: number };
}

interface PeerPort {
  on: (event: string, callback: (event?: { data: unknown }) => void) => void;
  postMessage: (data: unknown) => void;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(frame: unknown): unknown {
  if (typeof frame !== 'string') return null;
  try {
    return JSON.parse(frame);
  } catch {
    return null;
  }
}

/** A request or an abort of the peer protocol, else null. Events from clients are not in use. */
function readFrame(frame: unknown): Record<string, unknown> | null {
  const message = parsed(frame);
  if (!isRecord(message) || !/^[\w-]{1,40}$/u.test(String(message['i']))) return null;
  if (message['t'] === ABORT) return { i: message['i'], t: ABORT };
  const payload = message['p'];
  if (message['t'] !== undefined || !isRecord(payload)) return null;
  const { u, m, b } = payload;
  if (typeof u !== 'string' || !/^\/[\w/-]{1,200}$/u.test(u)) return null;
  if (m !== undefined && m !== 'POST') return null;
  return { i: message['i'], p: { u, b } };
}

function boundedHandler(router: ApiRouter) {
  return new RPCHandler<LineContext>(router, {
    rootInterceptors: [
      async (options) => {
        const result = await options.next();
        if (result.matched) return result;
        const { pathname } = options.request.url;
        const error = callError(fault('not_found', `There is no call named ${pathname}.`));
        return { matched: true, response: answerOf(error) };
      },
    ],
    interceptors: [
      async (options) => {
        const { line } = options.context;
        if (line.open >= OPEN_CALLS_MOST) throw callError(fault('too_many'));
        line.open += 1;
        try {
          return await options.next();
        } catch (thrown) {
          throw thrown instanceof ORPCError ? thrown : callError(fault('bad_request'));
        } finally {
          line.open -= 1;
        }
      },
    ],
  });
}

function answerOf(error: ORPCError<string, unknown>) {
  return { status: error.status, headers: {}, body: { json: error.toJSON() } };
}

/** Makes the lines of a router; the handler behind them is shared. */
export function createLines(router: ApiRouter): RpcLines {
  const handler = boundedHandler(router);
  return {
    open: (end) => {
      const listeners: Record<string, (event?: { data: unknown }) => void> = {};
      const port: PeerPort = {
        on: (event, callback) => {
          listeners[event] = callback;
        },
        postMessage: (data) => {
          if (typeof data === 'string') end.send(data);
        },
      };
      const { caller, requestId } = end;
      handler.upgrade(port, { context: { caller, requestId, line: { open: 0 } } });
      return {
        hear: (frame) => {
          const message = readFrame(frame);
          if (message !== null) listeners['message']?.({ data: message });
          return message !== null;
        },
        close: () => listeners['close']?.(),
      };
    },
  };
}
