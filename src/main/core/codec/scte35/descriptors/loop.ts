// Owns the descriptor loop: one descriptor after another inside descriptor_loop_length. A fault
// ends the loop and keeps what was read before it (SCTE 35 2023r1 10.2).
import { ByteReader } from '../../../lib/byte-reader';
import { ByteWriter } from '../../../lib/byte-writer';
import { sectionFault, type SectionFault, type SectionFaultCode } from '../fault';
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
  const reader = new ByteReader(bytes, from, to);
  let at = from;
  while (at < to) {
    const length = at + 1 < to ? (bytes[at + 1] ?? 0) : -1;
    if (length < IDENTIFIER_BYTES) return broken(descriptors, 'descriptor_too_short', at);
    const end = at + 2 + length;
    if (end > to) return broken(descriptors, 'descriptor_length_overrun', at);
    reader.at = at + 2;
    reader.end = end;
    const descriptor = readDescriptor(bytes[at] ?? 0, reader);
    if (typeof descriptor === 'string') return broken(descriptors, descriptor, at);
    descriptors.push(descriptor);
    at = end;
  }
  return { descriptors, fault: null };
}

function broken(
  descriptors: readonly SpliceDescriptor[],
  code: SectionFaultCode,
  at: number,
): DescriptorLoop {
  return { descriptors, fault: sectionFault(code, at) };
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
