// Owns who may come in, before anything else is looked at: Host, then Origin, then token, then
// role. The same gate stands before REST, pages and the WebSocket upgrade. Refuses to know what is
// asked for beyond its being public; paths and bodies come later.
import type { IncomingMessage } from 'node:http';
import { fault, type Fault } from '../../../../contract/faults';
import type { Caller, Clock, Log } from '../../../flow/ports';
import { createFailedTokens } from './failed-tokens';
import { createOwnHosts, type Bound } from './own-hosts';
import { createSessions } from './sessions';

/** Let in, as whom; with what to set and where to send a browser that came with `?token=`. */
export interface LetIn {
  readonly ok: true;
  readonly caller: Caller;
  readonly cookie?: string;
  readonly redirectTo?: string;
}
/** Turned away, and why. */
export interface TurnedAway {
  readonly ok: false;
  readonly fault: Fault;
}

/** The gate: a request's head in, a verdict out. */
export type Gate = (request: IncomingMessage, way: 'request' | 'upgrade') => LetIn | TurnedAway;

/** What the gate rests on. */
export interface GateSettings {
  readonly ownerToken: string;
  readonly bound: () => Bound;
  readonly clock: Clock;
  readonly log: Log;
}

const PUBLIC = new Set(['/health', '/docs', '/docs.css', '/openapi.json']);
const READING = new Set(['GET', 'HEAD']);

const OWNER: Caller = { actor: 'owner' };
const NOBODY: Caller = { actor: 'nobody' };

/** The path of a request target, without its question. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function questionOf(request: IncomingMessage): URLSearchParams {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1));
}

/** The same address without the token: what the browser's bar and history may show. */
function withoutToken(request: IncomingMessage): string {
  const question = questionOf(request);
  question.delete('token');
  const rest = question.toString();
  // A path that begins with two slashes, or what browsers read as such, would lead to another host.
  const path = `/${pathOf(request).replace(/^[/\\]+/u, '')}`;
  return rest === '' ? path : `${path}?${rest}`;
}

function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function turnAway(code: Fault['code']): TurnedAway {
  return { ok: false, fault: fault(code) };
}

/** Makes the gate of one server. */
export function createGate({ ownerToken, bound, clock, log }: GateSettings): Gate {
  const own = createOwnHosts(bound, clock.monoMs);
  const sessions = createSessions({ ownerToken, port: () => bound().port, wallMs: clock.wallMs });
  const countWrong = createFailedTokens(clock.monoMs);

  const byToken = (request: IncomingMessage, reading: boolean): LetIn | TurnedAway => {
    const bearer = bearerOf(request);
    const asked = questionOf(request).get('token');
    if (bearer !== null && sessions.isToken(bearer)) return { ok: true, caller: OWNER };
    if (asked !== null && sessions.isToken(asked)) {
      const letIn = { ok: true, caller: OWNER } as const;
      const cookie = sessions.cookie();
      return reading ? { ...letIn, cookie, redirectTo: withoutToken(request) } : letIn;
    }
    if (sessions.isCookie(request.headers.cookie)) return { ok: true, caller: OWNER };
    const wrong = bearer !== null || asked !== null;
    const address = request.socket.remoteAddress ?? '';
    if (wrong && countWrong(address)) log.warn('tokens_guessed', { address });
    return turnAway('unauthenticated');
  };

  return (request, way) => {
    const { host, origin } = request.headers;
    const reading = way === 'request' && READING.has(request.method ?? '');
    if (!own.isHost(host)) return turnAway('foreign_host');
    if (!reading && origin !== undefined && !own.isOrigin(origin))
      return turnAway('foreign_origin');
    if (reading && PUBLIC.has(pathOf(request))) return { ok: true, caller: NOBODY };
    return byToken(request, reading);
  };
}
