// Owns DTMF_descriptor(), tag 1: the tones an old affiliate switch listens for, and how many tenths
// of a second ahead they end (SCTE 35 2023r1 10.3.2).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import type { DescriptorHead } from './head';

/** The descriptor's fields; `preroll` in tenths of a second. */
export interface Dtmf extends DescriptorHead {
  readonly kind: 'dtmf';
  readonly preroll: number;
  readonly chars: string;
}

/** Reads the fields after the identifier. */
export function readDtmf(from: ByteReader): Dtmf {
  const preroll = from.u8();
  const chars = from.latin1(from.u8() >> 5);
  return { tag: 1, identifier: 'CUEI', kind: 'dtmf', preroll, chars };
}

/** Writes the fields after the identifier; reserved bits are ones. */
export function writeDtmf(to: ByteWriter, value: Dtmf): void {
  to.u8(value.preroll);
  to.u8((value.chars.length << 5) | 0x1f);
  to.latin1(value.chars);
}
