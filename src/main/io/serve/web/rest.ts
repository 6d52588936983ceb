// Owns REST: one Fastify route for each path of the contract, answered by oRPC, so that a wrong
// path is told before a body is read. Refuses bodies that are not JSON. GET /health stands beside
// them, because its status follows what it says.
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { createRouterClient, ORPCError, traverseContractProcedures } from '@orpc/server';
import { api } from '../../../../contract/api';
import { fault } from '../../../../contract/faults';
import type { Caller } from '../../../flow/ports';
import { callError, faultBody, statusOf, type CallContext } from '../call-faults';
import type { ApiRouter } from '../router';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the gate let in. */
    caller: Caller;
  }
}

interface Route {
  readonly method: HTTPMethods;
  readonly url: string;
}

/** Every path of the contract, as Fastify writes paths. */
function contractRoutes(): Route[] {
  const routes: Route[] = [];
  traverseContractProcedures({ router: api, path: [] }, ({ contract }) => {
    const { method = 'POST', path } = contract['~orpc'].route;
    if (path === undefined || path === '/health') return;
    routes.push({ method, url: path.replace(/\{(\w+)\}/gu, ':$1') });
  });
  return routes;
}

function contextOf(request: FastifyRequest): CallContext {
  return { caller: request.caller, requestId: request.id };
}

function restHandler(router: ApiRouter) {
  return new OpenAPIHandler<CallContext>(router, {
    customErrorResponseBodyEncoder: faultBody,
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (thrown) {
          // What a call threw has a code already; anything else is a question that cannot be read.
          throw thrown instanceof ORPCError ? thrown : callError(fault('bad_request'));
        }
      },
    ],
  });
}

/** Mounts the contract on the server. */
export function mountRest(app: FastifyInstance, router: ApiRouter): void {
  const rest = restHandler(router);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { matched } = await rest.handle(request, reply, { context: contextOf(request) });
    if (!matched) await refuse(reply, fault('not_found'));
    return reply;
  };
  for (const { method, url } of contractRoutes())
    app.route({ method, url, exposeHeadRoute: false, handler: answer });

  app.get('/health', async (request, reply) => {
    const health = await createRouterClient(router, { context: contextOf(request) }).health();
    return reply.code(health.status === 'down' ? 503 : 200).send(health);
  });
}

/** Answers with a fault. */
export function refuse(reply: FastifyReply, refused: ReturnType<typeof fault>): FastifyReply {
  return reply.code(statusOf(refused.code)).type('application/json').send(JSON.stringify(refused));
}
