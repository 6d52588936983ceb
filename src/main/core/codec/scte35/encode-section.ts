// Owns encoding of a splice_info_section from the object that decoding gives, or from one made by
// hand: lengths and CRC_32 are reckoned here, reserved bits are ones (SCTE 35 2023r1 9.6).
import { ByteWriter } from '../../lib/byte-writer';
import { crc32 } from '../../lib/crc32';
import { fromHex } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { UNTOLD_LENGTH, writeBody, type SectionBody } from './body';
import { sealBody } from './crypt/seal-section';
import type { EncryptedSection, SectionHeader } from './section';

/** Header fields that may be left out: no adjustment, any tier, SAP type not told. */
type HeaderInput = Partial<Omit<SectionHeader, 'encrypted'>>;

/** What can be encoded. Lengths, CRC_32 and everything derived are ignored. */
export type SectionInput =
  | (HeaderInput & SectionBody & { readonly encrypted?: false; readonly ignore?: true })
  | (HeaderInput & Pick<EncryptedSection, 'encrypted' | 'encrypted_hex'>);

/** The control word with which a section is closed, eight or 24 bytes by its algorithm. */
export type SealKey = Uint8Array | null;

const LENGTH_MOST = 4093;

/**
 * The section's bytes, closed with `seal` where one is given; `range` where a value does not fit
 * its field or the key its algorithm, `oversize` beyond 4 kB.
 */
export function encodeSection(
  input: SectionInput,
  seal: SealKey = null,
): Result<Uint8Array, { readonly reason: 'range' | 'oversize' }> {
  const body = new ByteWriter();
  const commandLength = writeAfterHeader(body, input);
  const algorithm = input.encryption_algorithm ?? 0;
  const plain = body.bytes();
  const shown = seal === null ? plain : sealBody(plain, { algorithm, key: seal });
  if (shown === null) return { ok: false, reason: 'range' };
  const length = 10 + shown.length + 4;
  if (length > LENGTH_MOST) return { ok: false, reason: 'oversize' };
  const to = new ByteWriter();
  const encrypted = seal !== null || input.encrypted === true;
  writeHeader(to, input, { length, commandLength, encrypted });
  to.put(shown);
  to.u32(crc32(to.bytes(), 0, to.length));
  return to.unfit || body.unfit ? { ok: false, reason: 'range' } : good(to.bytes());
}

function writeAfterHeader(to: ByteWriter, input: SectionInput): number {
  if (input.encrypted) {
    const bytes = fromHex(input.encrypted_hex);
    if (bytes) to.put(bytes);
    else to.unfit = true;
    return input.splice_command_length ?? UNTOLD_LENGTH;
  }
  to.u8(input.command_type);
  return writeBody(to, input, new ByteWriter());
}

interface Reckoned {
  readonly length: number;
  readonly commandLength: number;
  readonly encrypted: boolean;
}

function writeHeader(
  to: ByteWriter,
  input: SectionInput,
  { length, commandLength, encrypted }: Reckoned,
): void {
  const { sap_type = 3, encryption_algorithm = 0, tier = 0xfff } = input;
  if (sap_type > 3 || encryption_algorithm > 0x3f || tier > 0xfff) to.unfit = true;
  to.u8(0xfc);
  to.u16(sap_type * 0x1000 + length);
  to.u8(input.protocol_version ?? 0);
  to.u33(input.pts_adjustment ?? 0, (encrypted ? 0x40 : 0) | encryption_algorithm);
  to.u8(input.cw_index ?? 0);
  const told = input.legacy_command_length ? UNTOLD_LENGTH : commandLength;
  to.uint(tier * 0x1000 + told, 3);
}
