// Owns what every answer over HTTP carries: the guard headers, the request id, and a refusal's
// body. Refuses to let an answer leave without them, also where Fastify is not yet or no longer in
// charge.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Fault } from '../../../../contract/faults';
import { statusOf } from '../call-faults';

/** A refused connection that does not read its refusal is cut after this. */
const LINGER_MS = 2_000;

/** The caller's own id where it gave a harmless one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/u.test(given) ? given : randomUUID();
}

/**
 * Headers of every answer. `host` is the Host header, already checked: older browsers do not count
 * a WebSocket to the page's own address as 'self', so it is named.
 */
export function guardHeaders(requestId: string, host?: string): Record<string, string> {
  const socket = host === undefined ? '' : ` ws://${host}`;
  return {
    'x-request-id': requestId,
    'content-security-policy':
      `default-src 'self'; connect-src 'self'${socket}; img-src 'self' data:; object-src 'none'; ` +
      `base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** Answers with a fault on a bare socket, where there is no reply to put it in, and ends it. */
export function refuseOn(socket: Duplex, refused: Fault, requestId: string): void {
  const status = statusOf(refused.code);
  const body = JSON.stringify(refused);
  const headers = {
    ...guardHeaders(requestId),
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`;
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
  socket.end(`${line}${head.join('')}\r\n${body}`);
}
