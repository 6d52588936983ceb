// Owns the inspector's view of an SCTE 104 message: every field of it, and what of it the standard
// does not assign. Refuses a message whose size does not fit its bytes.
import { decodeMessage, type Scte104Message } from '../scte104/message';
import { MULTIPLE } from '../scte104/multiple';
import { isKnown } from '../scte104/ops/op-table';
import { singleOp } from '../scte104/single';
import { undecoded, type Inspected } from './answer';

/** Takes the bytes of one message apart. */
export function inspectMessage(bytes: Uint8Array): Inspected {
  if (!beginsMessage(bytes)) return undecoded('table_id', 'section', { offset: 0 });
  const read = decodeMessage(bytes);
  if (!read.ok) return undecoded(read.code, 'message', { offset: read.offset });
  const { message } = read;
  const warnings = warningsOf(message);
  return { ok: true, form: 'scte104', messages: [{ ...message }], warnings };
}

/** An opID of a single message, or the mark of a multiple one; else the bytes are no cue at all. */
function beginsMessage([high, low]: Uint8Array): boolean {
  if (high === undefined || low === undefined) return false;
  const opID = high * 256 + low;
  return opID === MULTIPLE || singleOp(opID) !== null;
}

function warningsOf(message: Scte104Message): string[] {
  const version = message.protocol_version === 0 ? [] : ['protocol_version'];
  if (message.kind === 'single') {
    return message.op === 'reserved' ? [...version, 'unassigned_op'] : version;
  }
  const { ops } = message;
  const unknown = ops.some(({ opID }) => !isKnown(opID)) ? ['unassigned_op'] : [];
  const extra = ops.some((op) => 'extra_hex' in op) ? ['trailing_bytes'] : [];
  return [...version, ...unknown, ...extra];
}
