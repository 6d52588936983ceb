// Owns what a browser reads besides the API: the console's files, the reference page and the
// OpenAPI document. Refuses anything outside the console's folder, and inline script or style (the
// guard headers stand on every answer). A console address that is no file gets the console itself.
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fault } from '../../../../contract/faults';
import { DOCS_CSS, docsPage } from './docs-page';
import { makeOpenApi } from '../openapi';
import { refuse } from './rest';

/** What the pages are made from. `consoleDir` holds the built console. */
export interface PageSettings {
  readonly version: string;
  readonly consoleDir: string;
  readonly schemas?: Readonly<Record<string, object>>;
}

const INDEX = 'index.html';
const YEAR_S = 365 * 24 * 3_600;

function wantsPage(request: FastifyRequest): boolean {
  const reading = request.method === 'GET' || request.method === 'HEAD';
  return reading && /\btext\/html\b/u.test(request.headers.accept ?? '');
}

/** Console addresses that are the API's too: only a browser that goes there gets the console. */
const SHARED_ADDRESSES = ['/auctions', '/settlements', '/health'];
/** What that is told by; a cache must not answer one kind of asker with what another was given. */
export const TOLD_BY = 'Accept, Sec-Fetch-Dest, Upgrade-Insecure-Requests';

function isShared(request: FastifyRequest): boolean {
  return SHARED_ADDRESSES.includes(request.url.split('?')[0] ?? '');
}

/**
 * Whether a person goes there in a browser. Over plain HTTP from another machine a browser leaves
 * Sec-Fetch-Dest out; then only a page it goes to asks for an upgrade.
 */
export function goesToConsole(request: FastifyRequest): boolean {
  const { 'sec-fetch-dest': dest, 'upgrade-insecure-requests': upgrade } = request.headers;
  const goes = dest === undefined ? upgrade === '1' : dest === 'document';
  return goes && request.method === 'GET' && wantsPage(request);
}

/** Built assets carry their hash in the name and never change; the page itself always may. */
function cacheControlOf(file: string): string {
  return /[-.][\w-]{8,}\.(?:js|css|woff2|svg|png)$/u.test(file)
    ? `public, max-age=${YEAR_S}, immutable`
    : 'no-cache';
}

async function mountConsole(app: FastifyInstance, consoleDir: string): Promise<void> {
  const built = existsSync(path.join(consoleDir, INDEX));
  if (built)
    await app.register(fastifyStatic, {
      root: path.resolve(consoleDir),
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (response, file) => {
        response.header('cache-control', cacheControlOf(file));
      },
    });
  app.addHook('onRequest', async (request, reply) => {
    if (!built || !isShared(request)) return undefined;
    reply.header('vary', TOLD_BY);
    return goesToConsole(request) ? reply.sendFile(INDEX) : undefined;
  });
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return refuse(reply, fault('not_found'));
    if (built) return reply.code(200).sendFile(INDEX);
    return refuse(reply, fault('not_found', 'The console is not built. Run: npm start'));
  });
}

/** Mounts the pages. The OpenAPI document is made here, once. */
export async function mountPages(app: FastifyInstance, settings: PageSettings): Promise<void> {
  const document = await makeOpenApi(settings.version, settings.schemas);
  const openapi = JSON.stringify(document);
  const docs = docsPage(document);
  app.get('/openapi.json', (_, reply) => reply.type('application/json').send(openapi));
  app.get('/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(docs));
  app.get('/docs.css', (_, reply) => reply.type('text/css; charset=utf-8').send(DOCS_CSS));
  await mountConsole(app, settings.consoleDir);
}
