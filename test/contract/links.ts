// Owns the three ways to a router, each with a typed client at its end: a message port between
// threads, a WebSocket and REST over a real server on loopback. The suite runs over all of them.
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { ORPCError } from '@orpc/client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { api, type Api } from '../../src/contract/api';
import { hostClock } from '../../src/main/io/ops/clock';
import { serveHttp, type HttpSettings, type ServedHttp } from '../../src/main/io/serve/http';
import { servePort } from '../../src/main/io/serve/port';
import type { ApiRouter } from '../../src/main/io/serve/router';
import type { Log } from '../../src/main/flow/ports';
import { tempDir } from '../fixtures/temp-dir';

/** What a client of the contract can call. */
export type ApiClient = ContractRouterClient<Api>;

/** An open way: as many clients as wanted, and its end. */
export interface Link {
  readonly connect: () => Promise<ApiClient>;
  readonly close: () => Promise<void>;
}

/** Opens a way to a router. */
export type OpenLink = (router: ApiRouter, log: Log) => Promise<Link>;

export const OWNER_TOKEN = 'owner-token-of-the-tests-0123456789abcdefgh';

/** A server on a free loopback port. */
export async function listen(
  router: ApiRouter,
  log: Log,
  extra: Partial<HttpSettings> = {},
): Promise<ServedHttp> {
  const at = { host: '127.0.0.1', port: 0, ownerToken: OWNER_TOKEN, version: '0.0.0-test' };
  const consoleDir = path.join(tempDir('serve'), 'not-built');
  const started = await serveHttp({
    router,
    log,
    clock: hostClock(),
    consoleDir,
    ...at,
    ...extra,
  });
  if (!started.ok) throw new Error(started.fault.message);
  return started.value;
}

/** Message ports, as between the window or a worker and the engine. */
export const overPort: OpenLink = (router, log) => {
  const ends: { close: () => void }[] = [];
  return Promise.resolve({
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      ends.push(servePort(port1, router, { log }), port2);
      const link = new PortLink({ port: port2 });
      port2.start();
      return Promise.resolve(createORPCClient<ApiClient>(link));
    },
    close: () => {
      for (const end of ends) end.close();
      return Promise.resolve();
    },
  });
};

/** WebSockets at /rpc, let in by the token in the address. */
export const overSocket: OpenLink = async (router, log) => {
  const http = await listen(router, log);
  return {
    connect: async () => {
      const address = `ws://${http.address}:${http.port}/rpc?token=${OWNER_TOKEN}`;
      const websocket = new WebSocket(address);
      await new Promise((resolve, reject) => {
        websocket.addEventListener('open', resolve, { once: true });
        websocket.addEventListener('error', reject, { once: true });
      });
      return createORPCClient<ApiClient>(new SocketLink({ websocket }));
    },
    close: http.close,
  };
};

/** REST with a Bearer token; a refusal's body is exactly code, message and data. */
export const overRest: OpenLink = async (router, log) => {
  const http = await listen(router, log);
  const link = new OpenAPILink(api, {
    url: `http://${http.address}:${http.port}`,
    headers: { authorization: `Bearer ${OWNER_TOKEN}` },
    customErrorResponseBodyDecoder: (body, { status }) => {
      const { code, ...rest } = body as { code: string; message: string; data?: unknown };
      return new ORPCError(code, { status, ...rest });
    },
  });
  const client = createORPCClient<ApiClient>(link);
  return { connect: () => Promise.resolve(client), close: http.close };
};
