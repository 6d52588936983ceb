// Owns the reading of DVB_DAS_descriptor(), tag 0xF0 under DVB's own identifier: which break of how
// many, and which segmentation type it stands for (ETSI TS 103 752-1 5.3.5.16). The descriptor's
// hex stays the truth and is all that is written back; this is for people.
import type { ByteReader } from '../../../lib/byte-reader';
import { hexOf } from '../../../lib/hex';

/** What the descriptor says. */
export interface Das {
  readonly break_num: number;
  readonly breaks_expected: number;
  readonly equivalent_segmentation_type: number;
  readonly upid_hex: string;
}

const DVB = 0x4456425f;
const TAG = 0xf0;
const FIXED_BYTES = 3;

/** Reads ahead what the rest of a private descriptor says as DVB's; null where it is not DVB's. */
export function readDas(tag: number, identifier: number, from: ByteReader): Das | null {
  if (tag !== TAG || identifier !== DVB || from.left() < FIXED_BYTES) return null;
  const { bytes, at, end } = from;
  return {
    break_num: bytes[at] ?? 0,
    breaks_expected: bytes[at + 1] ?? 0,
    equivalent_segmentation_type: (bytes[at + 2] ?? 0) & 0x0f,
    upid_hex: hexOf(bytes, at + FIXED_BYTES, end),
  };
}
