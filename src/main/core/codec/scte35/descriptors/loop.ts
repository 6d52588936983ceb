// Owns the descriptor loop: one descriptor after another inside descriptor_loop_length. A fault
// ends the loop and keeps what was read before it (SCTE 35 2023r1 10.2).
import { ByteReader } from '../../../lib/byte-reader';
import { ByteWriter } from '../../../lib/byte-writer';
import { sectionFault, type SectionFault } from '../fault';
import { readDescriptor, writeDescriptor, type SpliceDescriptor } from './descriptor';

/** What a loop held, and where it broke. */
export interface DescriptorLoop {
  readonly descriptors: readonly SpliceDescriptor[];
  readonly fault: SectionFault | null;
}

const IDENTIFIER_BYTES = 4;

/** Reads bytes[from, to) as descriptors. */
export function readDescriptorLoop(bytes: Uint8Array, from: number, to: number): DescriptorLoop {
  const descriptors: SpliceDescriptor[] = [];
  let at = from;
  while (at < to) {
    const broken = (code: Parameters<typeof sectionFault>[0]): DescriptorLoop => ({
      descriptors,
      fault: sectionFault(code, at),
    });
    const length = at + 1 < to ? (bytes[at + 1] ?? 0) : -1;
    if (length < IDENTIFIER_BYTES) return broken('descriptor_too_short');
    const end = at + 2 + length;
    if (end > to) return broken('descriptor_length_overrun');
    const descriptor = readDescriptor(bytes[at] ?? 0, new ByteReader(bytes, at + 2, end));
    if (typeof descriptor === 'string') return broken(descriptor);
    descriptors.push(descriptor);
    at = end;
  }
  return { descriptors, fault: null };
}

/** Writes the loop without its length field. */
export function writeDescriptorLoop(
  to: ByteWriter,
  descriptors: readonly SpliceDescriptor[],
): void {
  for (const descriptor of descriptors) {
    const body = new ByteWriter();
    writeDescriptor(body, descriptor);
    to.u8(descriptor.tag);
    to.u8(body.length);
    to.put(body.bytes());
    if (body.unfit) to.unfit = true;
  }
}
