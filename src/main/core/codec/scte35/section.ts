// Owns the shape of a decoded splice_info_section. Field names and units are the standard's own
// (snake_case, 90 kHz ticks, numbers as they stand on the wire): SCTE 35 2023r1 9.6.
import type { SectionBody } from './body';

export type { SpliceDescriptor } from './descriptors/descriptor';

/** The fields every section has, whatever it carries. */
export interface SectionHeader {
  readonly sap_type: number;
  readonly section_length: number;
  readonly protocol_version: number;
  readonly encrypted: boolean;
  readonly encryption_algorithm: number;
  readonly pts_adjustment: number;
  readonly cw_index: number;
  readonly tier: number;
  readonly splice_command_length: number;
  /** CRC_32 as it stands in the section, eight hex digits, and whether it fits. */
  readonly crc32: string;
  readonly crc_ok: boolean;
  /** Present where splice_command_length is 0xFFF: the command itself tells its length. */
  readonly legacy_command_length?: true;
  /** Present where protocol_version is not 0: to be shown and not acted upon. */
  readonly protocol_version_unsupported?: true;
}

/** A section that can be read. `ignore` is present where the standard asks to pass over it. */
export type ClearSection = SectionHeader &
  SectionBody & { readonly encrypted: false; readonly ignore?: true };

/** A section whose command and descriptors need a control word. */
export interface EncryptedSection extends SectionHeader {
  readonly encrypted: true;
  readonly needs_key: true;
  readonly command: null;
  readonly cmd: null;
  readonly descriptors: readonly [];
  /** From splice_command_type up to and with E_CRC_32: how many bytes, and which. */
  readonly encrypted_bytes: number;
  readonly encrypted_hex: string;
}

/** A splice_info_section. */
export type SpliceInfoSection = ClearSection | EncryptedSection;
