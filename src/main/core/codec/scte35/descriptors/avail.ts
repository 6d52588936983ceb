// Owns avail_descriptor(), tag 0: the provider's own id of an avail, carried along and never acted
// upon (SCTE 35 2023r1 10.3.1).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import type { DescriptorHead } from './head';

/** The descriptor's field. */
export interface Avail extends DescriptorHead {
  readonly kind: 'avail';
  readonly provider_avail_id: number;
}

/** Reads the field after the identifier. */
export function readAvail(from: ByteReader): Avail {
  return { tag: 0, identifier: 'CUEI', kind: 'avail', provider_avail_id: from.u32() };
}

/** Writes the field after the identifier. */
export function writeAvail(to: ByteWriter, value: Avail): void {
  to.u32(value.provider_avail_id);
}
