// Owns a running server with a small engine behind it, for the tests of the LAN API, and a way to
// speak to it byte by byte where fetch would not say what a stranger says.
import { connect, type Socket } from 'node:net';
import { request, type IncomingHttpHeaders } from 'node:http';
import { hostClock } from '../../../../src/main/io/ops/clock';
import { createBoard, type PulledBoard } from '../../../../src/main/io/serve/board';
import type { HttpSettings, ServedHttp } from '../../../../src/main/io/serve/http';
import { createRouter } from '../../../../src/main/io/serve/router';
import type { Log } from '../../../../src/main/flow/ports';
import { cannedEngine, type CannedEngine } from '../../../contract/canned-engine';
import { listen, OWNER_TOKEN } from '../../../contract/links';

export const BEARER = { authorization: `Bearer ${OWNER_TOKEN}` };
export { OWNER_TOKEN };

/** A line as it was logged. */
export interface Logged {
  readonly level: string;
  readonly code: string;
  readonly facts: Record<string, unknown>;
}

/** A log that can be looked into. */
export function openLog(): Log & { readonly lines: Logged[] } {
  const lines: Logged[] = [];
  const at =
    (level: string) =>
    (code: string, facts: Record<string, unknown> = {}): void =>
      void lines.push({ level, code, facts });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** An answer as it came. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A server under test. */
export interface Served {
  readonly http: ServedHttp;
  readonly engine: CannedEngine;
  readonly board: PulledBoard;
  readonly log: ReturnType<typeof openLog>;
  readonly host: string;
  /** Asks with exactly these headers; Host is the server's own unless given. */
  readonly ask: (question: Question) => Promise<Answered>;
  /** A bare TCP connection. */
  readonly dial: () => Promise<Socket>;
  readonly close: () => Promise<void>;
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function askOn(port: number, { method = 'GET', path, headers, body }: Question): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, headers: answered, text, json: parse(text) });
      });
    });
    asked.end(body);
  });
}

/** Starts a server on a free loopback port. */
export async function serve(extra: Partial<HttpSettings> = {}): Promise<Served> {
  const engine = cannedEngine();
  const log = openLog();
  const board = createBoard({ clock: hostClock(), epoch: 'first' });
  const router = createRouter(engine, board, { version: '1.2.3', uptimeMs: () => 5, log });
  const http = await listen(router, log, extra);
  return {
    http,
    engine,
    board,
    log,
    host: `127.0.0.1:${http.port}`,
    ask: (question) => askOn(http.port, question),
    dial: () =>
      new Promise((resolve, reject) => {
        const socket = connect(http.port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      }),
    close: http.close,
  };
}
