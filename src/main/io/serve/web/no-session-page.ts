// Owns what whoever has no session is told: a person who goes there in a browser reads in words how
// to get in, a program gets the fault. Refuses to say more than that: nothing of the request and
// nothing of the engine stands on the page, and no script.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../../../../contract/faults';
import { statusOf } from '../call-faults';
import { goesToConsole, TOLD_BY } from './pages';
import { refuse } from './rest';

/** The page as HTML text; `host` is the Host header, which the gate has checked. */
function noSessionPage(host: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Cuebid: no session</title><link rel="stylesheet" href="/docs.css"></head>',
    '<body><main><h1>This browser has no session here</h1>',
    '<p>The engine runs and goes on; it only does not know who you are.</p>',
    '<h2>How to get in</h2><ol>',
    '<li>Find the address that the engine printed when it started. It looks like this: ',
    `<code>http://${host}/?token=&hellip;</code></li>`,
    '<li>Open it in this browser, with the token. It is needed once: the browser then stays ',
    'signed in for seven days.</li>',
    '<li>No such line any more? Ask whoever started the engine, or look where its output is ',
    'kept: the line stands there at every start.</li></ol>',
    '<p>A token that is refused belongs to another engine, or to one that has been given a new ',
    'token since.</p>',
    '<p>What can be read without a session: <a href="/docs">the reference</a>.</p>',
    '</main></body></html>',
  ].join('\n');
}

/** Answers a request that the gate turned away. */
export function turnedAway(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Fault,
): FastifyReply {
  if (refused.code !== 'unauthenticated') return refuse(reply, refused);
  reply.header('vary', TOLD_BY);
  if (!goesToConsole(request)) return refuse(reply, refused);
  const page = noSessionPage(request.headers.host ?? '');
  return reply.code(statusOf(refused.code)).type('text/html; charset=utf-8').send(page);
}
