// Owns private_command(), a registered identifier and bytes that mean something to its owner only.
// Nothing of it is interpreted (SCTE 35 2023r1 9.7.6).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { fromHex } from '../../../lib/hex';

/** The command: the identifier as an unsigned number, the rest as hex. */
export interface PrivateCommand {
  readonly identifier: number;
  readonly private_hex: string;
}

/** Reads the command up to the reader's end; a short one leaves the reader torn. */
export function readPrivateCommand(from: ByteReader): PrivateCommand {
  return { identifier: from.u32(), private_hex: from.hex(from.left()) };
}

/** Writes the command. */
export function writePrivateCommand(to: ByteWriter, command: PrivateCommand): void {
  to.u32(command.identifier);
  const bytes = fromHex(command.private_hex);
  if (bytes) to.put(bytes);
  else to.unfit = true;
}
