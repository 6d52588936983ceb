// Owns an SCTE 104 message as a whole, both ways: opID or 0xFFFF, messageSize, and what follows.
// Refuses a size that does not fit its bytes; nothing of such a message is taken.
// ANSI/SCTE 104 2023 8.2.
import { ByteReader } from '../../lib/byte-reader';
import { ByteWriter } from '../../lib/byte-writer';
import { messageFault, type MessageFault } from './fault';
import { isLoose } from './fields';
import { MULTIPLE, MULTIPLE_LEAST_BYTES, readMultiple, writeMultiple } from './multiple';
import type { MultipleMessage } from './multiple';
import { readSingle, SINGLE_LEAST_BYTES, writeSingle, type SingleMessage } from './single';

export type { MultipleMessage, Operation } from './multiple';
export type { SingleMessage } from './single';

/** An SCTE 104 message. */
export type Scte104Message = SingleMessage | MultipleMessage;

/** Bytes of opID and messageSize. */
export const LEAD_BYTES = 4;

/** The least messageSize under an opID. */
export function leastBytes(opID: number): number {
  return opID === MULTIPLE ? MULTIPLE_LEAST_BYTES : SINGLE_LEAST_BYTES;
}

/** Reads one whole message: its fields, or what is wrong and where. Never throws. */
export function decodeMessage(
  bytes: Uint8Array,
): { readonly ok: true; readonly message: Scte104Message } | MessageFault {
  if (bytes.length < LEAD_BYTES) return messageFault('too_short', bytes.length);
  const from = new ByteReader(bytes, 0, bytes.length);
  const opID = from.u16();
  const size = from.u16();
  if (size < leastBytes(opID)) return messageFault('message_size_too_small', 2);
  if (size > bytes.length) return messageFault('incomplete', bytes.length);
  if (size < bytes.length) return messageFault('extra_bytes', size);
  return opID === MULTIPLE ? readMultiple(from) : readSingle(from, opID);
}

/** Writes a message given from outside; null where a field is missing or does not fit. */
export function encodeMessage(given: unknown): Uint8Array | null {
  if (!isLoose(given)) return null;
  const multiple = given['kind'] === 'multiple';
  if (!multiple && given['kind'] !== 'single') return null;
  const body = new ByteWriter();
  if (multiple) writeMultiple(body, given);
  else writeSingle(body, given);
  const to = new ByteWriter();
  to.u16(multiple ? MULTIPLE : Number(given['opID']));
  to.u16(LEAD_BYTES + body.length);
  to.put(body.bytes());
  return body.unfit || to.unfit ? null : to.bytes();
}
