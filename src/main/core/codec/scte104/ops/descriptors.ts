// Owns the requests that add a descriptor as it is, avail ids or DTMF digits to an operation, both
// ways (ANSI/SCTE 104 2023 9.8.4 to 9.8.6). Avail ids are also what a schedule's download begins
// with (9.7.1). Refuses to look into a descriptor's image.
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { toHex } from '../../../lib/hex';
import {
  lengthOf,
  readList,
  writeEntries,
  writeHex,
  writeList,
  writeUint,
  type Loose,
} from '../fields';
import type { OpCodec } from './op';

function readAvails(from: ByteReader): Loose {
  const count = from.u8();
  return { provider_avail_ids: readList(from, count, () => from.u32()) };
}

function writeAvails(to: ByteWriter, { provider_avail_ids: ids }: Loose): void {
  writeUint(to, lengthOf(ids), 1);
  writeList(to, ids, (id) => writeUint(to, id, 4));
}

/** An operation that is a counted list of provider_avail_id. */
export function availsOp(op: string): OpCodec {
  return { op, read: readAvails, write: writeAvails };
}

/** The codec of opID 0x0108. */
export const descriptorImages: OpCodec = {
  op: 'insert_descriptor',
  read: (from) => {
    const count = from.u8();
    const one = () => ({ tag: from.u8(), hex: toHex(from.take(from.u8())) });
    return { descriptors: readList(from, count, one) };
  },
  write: (to, { descriptors }) => {
    writeUint(to, lengthOf(descriptors), 1);
    writeEntries(to, descriptors, ({ tag, hex }) => {
      writeUint(to, tag, 1);
      writeUint(to, typeof hex === 'string' ? hex.length / 2 : null, 1);
      writeHex(to, hex);
    });
  },
};

/** The codec of opID 0x0109; `chars` is one character a byte. */
export const dtmf: OpCodec = {
  op: 'insert_DTMF_descriptor',
  read: (from) => {
    const preroll_tenths = from.u8();
    const bytes = from.take(from.u8());
    return { preroll_tenths, chars: Array.from(bytes, (one) => String.fromCharCode(one)).join('') };
  },
  write: (to, { preroll_tenths, chars }) => {
    writeUint(to, preroll_tenths, 1);
    if (typeof chars !== 'string') to.unfit = true;
    else {
      writeUint(to, chars.length, 1);
      to.latin1(chars);
    }
  },
};
