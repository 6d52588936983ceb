// Owns the shape of one operation's codec: its name and its data(), both ways. Refuses to know the
// operation's number: the table gives it.
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { readRun, writeRun, type Field, type Loose } from '../fields';

/** How an operation's data() is read and written. */
export interface OpCodec {
  readonly op: string;
  readonly read: (from: ByteReader) => Loose;
  readonly write: (to: ByteWriter, given: Loose) => void;
}

/** An operation that is one run of fixed fields. */
export function plainOp(op: string, fields: readonly Field[]): OpCodec {
  return {
    op,
    read: (from) => readRun(from, fields),
    write: (to, given) => writeRun(to, fields, given),
  };
}
