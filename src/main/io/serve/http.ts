// Owns the LAN API's server: one port for REST, pages and the WebSocket, behind one gate. Refuses
// requests in the order Host, Origin, token, role, path, body; slow and half-open clients are cut;
// a start that cannot listen is a value which says how to mend it.
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { fault, type Fault } from '../../../contract/faults';
import { BODY_MOST_BYTES } from '../../../contract/limits';
import type { Clock, Log } from '../../flow/ports';
import type { ApiRouter } from './router';
import { createLines } from './rpc-line';
import { createGate, pathOf, type Gate } from './web/gate';
import { watchConnections } from './web/open-connections';
import type { Bound } from './web/own-hosts';
import { turnedAway } from './web/no-session-page';
import { mountPages, type PageSettings } from './web/pages';
import { guardHeaders, refuseOn, requestIdOf } from './web/replies';
import { mountRest, refuse } from './web/rest';
import { createRpcSockets, type SocketLimits } from './web/rpc-sockets';
import { listenFault, type Started } from './web/start-fault';

/** Times and counts that keep clients from holding the server. Milliseconds. */
export interface HttpLimits extends SocketLimits {
  /** For the head of a request to arrive whole. */
  readonly headMs: number;
  /** For head and body to arrive whole. */
  readonly requestMs: number;
  /** Open TCP connections. */
  readonly connectionsMost: number;
}

/** What is served, where, and to whom. */
export interface HttpSettings extends PageSettings {
  readonly router: ApiRouter;
  readonly log: Log;
  readonly clock: Clock;
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly ownerToken: string;
  readonly limits?: Partial<HttpLimits>;
}

/** A server that listens. Close ends it within two seconds, whatever is open. */
export interface ServedHttp extends Bound {
  readonly close: () => Promise<void>;
}

const LIMITS: HttpLimits = {
  headMs: 10_000,
  requestMs: 30_000,
  connectionsMost: 512,
  socketsMost: 64,
  pingEveryMs: 15_000,
};
/** Calls under way when the server closes may take this long to end. */
const LAST_CALLS_MS = 1_000;

function createApp(limits: HttpLimits, gate: Gate): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_MOST_BYTES,
    requestIdHeader: false,
    genReqId: requestIdOf,
    return503OnClosing: false,
    requestTimeout: limits.requestMs,
    http: {
      // Without a Host it is the gate that answers, in our own words.
      requireHostHeader: false,
      headersTimeout: limits.headMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headMs),
    },
    clientErrorHandler: (cause, socket) => {
      const code = cause.code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : 'bad_request';
      if (socket.writable) refuseOn(socket, fault(code), randomUUID());
      else socket.destroy();
    },
    frameworkErrors: (_, request, reply) => {
      // Hooks do not run for an address that cannot be read, so the gate is asked here.
      const verdict = gate(request.raw, 'request');
      reply.headers(guardHeaders(request.id));
      void refuse(reply, verdict.ok ? fault('bad_request') : verdict.fault);
    },
  });
  app.server.maxConnections = limits.connectionsMost;
  app.removeContentTypeParser('text/plain');
  return app;
}

/** Gate, headers and request id on everything Fastify answers; a wrong path before its body. */
function mountGate(app: FastifyInstance, gate: Gate, isStopping: () => boolean): void {
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request, reply) => {
    const verdict = gate(request.raw, 'request');
    const own = verdict.ok || verdict.fault.code !== 'foreign_host';
    reply.headers(guardHeaders(request.id, own ? request.headers.host : undefined));
    if (!verdict.ok) return turnedAway(request, reply, verdict.fault);
    if (isStopping()) return refuse(reply, fault('stopping'));
    // Fastify would read the body even of a request to nowhere.
    if (request.is404 && request.method !== 'GET') return refuse(reply, fault('not_found'));
    request.caller = verdict.caller;
    if (verdict.cookie !== undefined) reply.header('set-cookie', verdict.cookie);
    if (verdict.redirectTo !== undefined) return reply.redirect(verdict.redirectTo, 303);
    return undefined;
  });
}

const BODY_FAULTS: Readonly<Record<number, Fault>> = {
  413: fault('too_large'),
  415: fault('unsupported_media'),
};

function factsOf(request: FastifyRequest): Record<string, unknown> {
  const path = pathOf(request.raw).slice(0, 200);
  return { requestId: request.id, method: request.method, path, address: request.ip };
}

function mountFaults(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((thrown, request, reply) => {
    const status =
      thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 0;
    if (status >= 400 && status < 500)
      return refuse(reply, BODY_FAULTS[status] ?? fault('bad_request'));
    log.error('request_failed', { ...factsOf(request), error: thrown });
    return refuse(reply, fault('internal'));
  });
  app.addHook('onResponse', async (request, reply) => {
    const facts = { ...factsOf(request), status: reply.statusCode };
    if (reply.statusCode >= 400) log.warn('request_refused', facts);
    else if (request.method !== 'GET' && request.method !== 'HEAD') log.info('request_done', facts);
  });
}

/** Starts the server. Not being able to listen is a value, not an error. */
export async function serveHttp(settings: HttpSettings): Promise<Started<ServedHttp>> {
  const { router, log, clock, host, port, ownerToken } = settings;
  const limits = { ...LIMITS, ...settings.limits };
  let bound: Bound = { address: host, port };
  let stopping = false;
  const gate = createGate({ ownerToken, clock, log, bound: () => bound });
  const app = createApp(limits, gate);
  const connections = watchConnections(app.server);
  const { letIn } = connections;
  const sockets = createRpcSockets({ ...limits, gate, log, letIn, lines: createLines(router) });
  app.server.on('upgrade', sockets.upgrade);
  mountGate(app, gate, () => stopping);
  mountFaults(app, log);
  mountRest(app, router);
  await mountPages(app, settings);
  try {
    // The name would be two addresses and two servers; sockets are upgraded on one.
    await app.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port });
  } catch (thrown) {
    await app.close();
    return { ok: false, fault: listenFault(thrown, bound) };
  }
  const listening = app.server.address();
  if (typeof listening === 'object' && listening !== null) bound = listening;
  const close = async (): Promise<void> => {
    stopping = true;
    connections.cutIdle();
    const cut = setTimeout(() => app.server.closeAllConnections(), LAST_CALLS_MS);
    await Promise.all([sockets.close(), app.close()]);
    clearTimeout(cut);
  };
  const { address, port: at } = bound;
  return { ok: true, value: { address, port: at, close } };
}
