// Owns splice_descriptor(): which tag is which, for the identifier CUEI, and the generic form in
// which every other one is kept byte for byte (SCTE 35 2023r1 10.2, table 16).
import type { ByteReader, Draft } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { fromHex } from '../../../lib/hex';
import type { SectionFaultCode } from '../fault';
import { identifierText } from '../upid/upid';
import { readAudio, writeAudio, type Audio } from './audio';
import { readAvail, writeAvail, type Avail } from './avail';
import { readDas, type Das } from './das';
import type { DescriptorHead } from './head';
import { readDtmf, writeDtmf, type Dtmf } from './dtmf';
import { readSegmentation, writeSegmentation, type Segmentation } from './segmentation';
import { readTime, writeTime, type Time } from './time';

/** A descriptor nobody here reads: its bytes after the identifier as hex. */
export interface PrivateDescriptor extends DescriptorHead {
  readonly kind: 'private';
  readonly data_hex: string;
  /** What DVB's own descriptor says; read from data_hex and never written. */
  readonly dvb_das?: Das;
}

/** A descriptor. `trailing_hex` holds bytes after the fields known here. */
export type SpliceDescriptor = (Avail | Dtmf | Segmentation | Time | Audio | PrivateDescriptor) & {
  readonly trailing_hex?: string;
};

const CUEI = 0x43554549;

/** Reads one descriptor whose length field has been read; the code of what is wrong otherwise. */
export function readDescriptor(
  tag: number,
  from: ByteReader,
): SpliceDescriptor | Extract<SectionFaultCode, 'truncated_descriptor' | 'truncated_mid_upid'> {
  const word = from.u32();
  const fields = word === CUEI ? readFields(tag, from) : null;
  if (fields === null) return readPrivate(tag, word, from);
  if (from.torn) return 'truncated_descriptor';
  if (fields === 'mid') return 'truncated_mid_upid';
  const left = from.left();
  if (left > 0) (fields as Draft<SpliceDescriptor>).trailing_hex = from.hex(left);
  return fields;
}

function readPrivate(tag: number, word: number, from: ByteReader): PrivateDescriptor {
  const das = readDas(tag, word, from);
  const data_hex = from.hex(from.left());
  const identifier = word === CUEI ? 'CUEI' : identifierText(word);
  const plain = { tag, identifier, kind: 'private', data_hex } as const;
  return das === null ? plain : { ...plain, dvb_das: das };
}

function readFields(tag: number, from: ByteReader) {
  switch (tag) {
    case 0:
      return readAvail(from);
    case 1:
      return readDtmf(from);
    case 2:
      return readSegmentation(from);
    case 3:
      return readTime(from);
    default:
      return tag === 4 ? readAudio(from) : null;
  }
}

/** Writes one descriptor's bytes after its length field. */
export function writeDescriptor(to: ByteWriter, descriptor: SpliceDescriptor): void {
  const { identifier } = descriptor;
  if (/^0x[0-9a-f]{8}$/i.test(identifier)) to.u32(Number(identifier));
  else if (identifier.length === 4) to.latin1(identifier);
  else to.unfit = true;
  writeFields(to, descriptor);
  if (descriptor.trailing_hex !== undefined) putHex(to, descriptor.trailing_hex);
}

function writeFields(to: ByteWriter, descriptor: SpliceDescriptor): void {
  if (descriptor.kind === 'avail') writeAvail(to, descriptor);
  else if (descriptor.kind === 'dtmf') writeDtmf(to, descriptor);
  else if (descriptor.kind === 'segmentation') writeSegmentation(to, descriptor);
  else if (descriptor.kind === 'time') writeTime(to, descriptor);
  else if (descriptor.kind === 'audio') writeAudio(to, descriptor);
  else putHex(to, descriptor.data_hex);
}

function putHex(to: ByteWriter, hex: string): void {
  const bytes = fromHex(hex);
  if (bytes) to.put(bytes);
  else to.unfit = true;
}
