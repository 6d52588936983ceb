// Owns time_descriptor(), tag 3: TAI seconds and nanoseconds with the offset to UTC, as on the wire
// (SCTE 35 2023r1 10.3.4).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import type { DescriptorHead } from './head';

/** The descriptor's fields. */
export interface Time extends DescriptorHead {
  readonly kind: 'time';
  readonly tai_seconds: number;
  readonly tai_ns: number;
  readonly utc_offset: number;
}

/** Reads the fields after the identifier. */
export function readTime(from: ByteReader): Time {
  const tai_seconds = from.u48();
  const which = { tag: 3, identifier: 'CUEI', kind: 'time' } as const;
  return { ...which, tai_seconds, tai_ns: from.u32(), utc_offset: from.u16() };
}

/** Writes the fields after the identifier. */
export function writeTime(to: ByteWriter, value: Time): void {
  to.uint(value.tai_seconds, 6);
  to.u32(value.tai_ns);
  to.u16(value.utc_offset);
}
