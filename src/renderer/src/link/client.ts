// Owns the typed client: the contract spoken over one open socket, and the call every screen uses.
// Refuses to queue: a call without a link answers at once that there is none.
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Api } from '../../../contract/api';
import { isLocked } from '../store/lock';
import { lockable } from './locked-link';
import type { SpokenSocket } from './socket';
import { inTime } from './wait';

/** The contract as callable functions. */
export type EngineClient = ContractRouterClient<Api>;

/** An answer, or the sentence a producer reads instead. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Why there is no answer: code, sentence and, where the engine gave it, its data. */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly sentence: string;
  /** What the engine knows of the fault beside its sentence. */
  readonly data?: unknown;
}

/** Whether the request may have reached the engine although no answer came. */
export function isUnanswered({ code }: Refusal): boolean {
  return code === 'link' || code === 'lost';
}

let current: EngineClient | null = null;

/** Makes a client over an open socket. */
export function clientOver(websocket: SpokenSocket['spoken']): EngineClient {
  return createORPCClient(lockable(new RPCLink({ websocket }), isLocked));
}

/** Makes a client over a message port; the caller starts it. */
export function clientOverPort(port: MessagePort): EngineClient {
  return createORPCClient(lockable(new PortLink({ port }), isLocked));
}

/** Sets the client every call goes through; null while there is no link. */
export function speakThrough(client: EngineClient | null): void {
  current = client;
}

/** Turns what a call threw into code and sentence. What has no code was not answered. */
export function faultOf(error: unknown): Omit<Refusal, 'ok'> {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const fault = { code: error.code, sentence: error.message };
    return 'data' in error && error.data !== undefined ? { ...fault, data: error.data } : fault;
  }
  return { code: 'link', sentence: 'The link to the engine broke before it answered.' };
}

/** Asks the engine; never throws. No reply within 3 s is an answer too: nothing is known. */
export async function ask<T>(
  question: (client: EngineClient, signal: AbortSignal) => Promise<T>,
): Promise<Answer<T>> {
  const client = current;
  if (client === null) {
    return { ok: false, code: 'no_link', sentence: 'There is no link to the engine.' };
  }
  const reply = await inTime((signal) => question(client, signal));
  if (reply.kind === 'good') return { ok: true, value: reply.value };
  if (reply.kind === 'refused') return { ok: false, ...faultOf(reply.error) };
  return {
    ok: false,
    code: 'lost',
    sentence: 'No reply in 3 s. It may have been done all the same.',
  };
}
