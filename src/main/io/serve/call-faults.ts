// Owns how a call fails in front of a client: every fault leaves with a code of the closed list,
// its HTTP status and a sentence for a producer. Refuses to show what went wrong inside: an
// unexpected error becomes `internal`, and the log has it by request id.
import { ORPCError } from '@orpc/server';
import { FAULTS, fault, type Fault, type FaultCode } from '../../../contract/faults';
import type { Caller, Log } from '../../flow/ports';
import { inputFault, type Issue } from './input-faults';

/** What every call brings along, whatever it came over. */
export interface CallContext {
  readonly caller: Caller;
  readonly requestId: string;
}

/** Whether a thrown value is a fault of the closed list. */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  const { code } = value;
  return typeof code === 'string' && Object.hasOwn(FAULTS, code) && 'message' in value;
}

/** The HTTP status of a fault. */
export function statusOf(code: FaultCode): number {
  return FAULTS[code][0];
}

/** A fault as the error oRPC carries to the client. */
export function callError(refused: Fault): ORPCError<FaultCode, unknown> {
  const { code, message, data } = refused;
  return new ORPCError(code, { status: statusOf(code), message, data });
}

/** What stands in a REST body: exactly code, message and, where known, data. */
export function faultBody(error: { code: string; message: string; data?: unknown }): Fault {
  const code = Object.hasOwn(FAULTS, error.code) ? (error.code as FaultCode) : 'bad_request';
  const message = code === error.code ? error.message : FAULTS.bad_request[1];
  return error.data === undefined || code !== error.code
    ? { code, message }
    : { code, message, data: error.data };
}

function issuesOf(error: ORPCError<string, unknown>): readonly Issue[] | null {
  const { data } = error;
  const readable =
    error.code === 'BAD_REQUEST' && typeof data === 'object' && data !== null && 'issues' in data;
  return readable && Array.isArray(data.issues) ? (data.issues as readonly Issue[]) : null;
}

/** The fault a client is told for whatever a call threw; null if it was nobody's but ours. */
function knownFault(thrown: unknown): Fault | null {
  if (thrown instanceof ORPCError) {
    const issues = issuesOf(thrown as ORPCError<string, unknown>);
    if (issues !== null) return inputFault(issues);
  }
  if (!isFault(thrown)) return null;
  const { code, message, data } = thrown;
  // An Error's message is for the log; the list's sentence is for a producer.
  const plain = thrown instanceof Error && !(thrown instanceof ORPCError);
  return plain ? fault(code) : fault(code, message, data);
}

/** Turns what a call threw into the error for the client; logs what nobody expected. */
export function explainThrown(
  thrown: unknown,
  log: Log,
  facts: Record<string, unknown>,
): ORPCError<FaultCode, unknown> {
  const known = knownFault(thrown);
  if (known !== null) return callError(known);
  log.error('call_failed', { ...facts, error: thrown });
  return callError(fault('internal'));
}
