// Owns the way of a decision to playout and graphics: HTTP POST repeated until the air-by time, a
// UDP datagram, or a line on TCP. Refuses to hold anything up: a dead target costs one bounded
// list.
import dgram from 'node:dgram';
import net from 'node:net';
import type { DecisionTarget } from '../../../contract/host/config';
import type { Clock, DecisionOut, DecisionTargets, Log } from '../../flow/ports';

/** Decisions that may be under way to one target at once; further ones are logged and dropped. */
const UNDER_WAY_MOST = 200;
const TRY_MS = 2_000;
const PAUSE_FIRST_MS = 250;

interface Parts {
  readonly clock: Clock;
  readonly log: Log;
}

type Send = (text: string, signal: AbortSignal) => Promise<void>;

function split(to: string): { host: string; port: number } {
  const at = to.lastIndexOf(':');
  return { host: to.slice(0, at).replace(/^\[|\]$/gu, ''), port: Number(to.slice(at + 1)) };
}

async function post(url: string, text: string, signal: AbortSignal): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', body: text, headers, signal });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}

function datagram(to: string, text: string): Promise<void> {
  const { host, port } = split(to);
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(net.isIPv6(host) ? 'udp6' : 'udp4');
    socket.send(text, port, host, (error) => {
      socket.close();
      if (error === null) resolve();
      else reject(error);
    });
  });
}

function line(to: string, text: string, signal: AbortSignal): Promise<void> {
  const { host, port } = split(to);
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, signal });
    socket.once('error', reject);
    socket.end(`${text}\n`, () => resolve());
  });
}

function sender(target: DecisionTarget): Send {
  if (target.kind === 'http') return (text, signal) => post(target.url, text, signal);
  if (target.kind === 'udp') return (text) => datagram(target.to, text);
  return (text, signal) => line(target.to, text, signal);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Tries until it went through or the air-by time has passed; says which in the log. */
async function insist(decision: DecisionOut, send: Send, parts: Parts & { stop: AbortSignal }) {
  const { clock, log, stop } = parts;
  const text = JSON.stringify(decision);
  const airByMs = Date.parse(decision.airBy);
  let waitMs = PAUSE_FIRST_MS;
  for (let tries = 1; !stop.aborted; tries += 1) {
    try {
      await send(text, AbortSignal.any([stop, AbortSignal.timeout(TRY_MS)]));
      return;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.warn('decision_out', { auctionId: decision.auctionId, tries, error: why });
    }
    if (clock.wallMs() + waitMs >= airByMs) {
      log.error('decision_out_given_up', { auctionId: decision.auctionId, tries });
      return;
    }
    await pause(waitMs, stop);
    waitMs = Math.min(TRY_MS, waitMs * 2);
  }
}

/** The configured targets; `close` ends every try under way. */
export function openDecisionTargets(
  targets: readonly DecisionTarget[],
  parts: Parts,
): DecisionTargets & { readonly close: () => void } {
  const stop = new AbortController();
  const lanes = targets.map((target) => ({ send: sender(target), underWay: 0 }));
  const deliver = (decision: DecisionOut): void => {
    for (const lane of lanes) {
      if (lane.underWay >= UNDER_WAY_MOST) {
        parts.log.error('decision_out_full', { auctionId: decision.auctionId });
        continue;
      }
      lane.underWay += 1;
      void insist(decision, lane.send, { ...parts, stop: stop.signal }).finally(() => {
        lane.underWay -= 1;
      });
    }
  };
  return { deliver, close: () => stop.abort() };
}
