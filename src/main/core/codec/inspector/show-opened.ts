// Owns the showing of an encrypted section that was opened: its own header and hidden bytes, so
// that it is written back as it came, and the command and descriptors that were found inside.
import { describeSection } from '../scte35/describe-section';
import { openSection, type ControlWords } from '../scte35/crypt/open-section';
import type { EncryptedSection, SpliceInfoSection } from '../scte35/section';
import { undecoded, type Inspected, type Message, type Scope } from './answer';

/** What was inside, as a section and as its message; or why it stays closed. */
export type Opened =
  | { readonly ok: true; readonly section: SpliceInfoSection; readonly message: Message }
  | { readonly ok: false; readonly refused: Inspected };

const ENCRYPTED_AT = 13;

/** Opens a section for which there is a control word. */
export function showOpened(
  bytes: Uint8Array,
  closed: EncryptedSection,
  words: ControlWords,
): Opened {
  const refuse = (reason: string, scope: Scope, offset = ENCRYPTED_AT): Opened => {
    const lenient = describeSection(closed);
    return { ok: false, refused: undecoded(reason, scope, { offset, lenient }) };
  };
  const opened = openSection(bytes, bytes.length, words);
  if (!opened.ok) {
    if (opened.reason !== 'broken') return refuse(opened.reason, 'integrity');
    const { code, scope, offset } = opened.fault;
    return refuse(code, scope, offset);
  }
  const { section, fault } = opened.value;
  const { encrypted_bytes, encrypted_hex } = closed;
  const hidden = { encrypted: true, e_crc_ok: true, encrypted_bytes, encrypted_hex };
  const message = { ...describeSection(section), ...hidden };
  if (fault === null) return { ok: true, section, message };
  const { code, scope, offset } = fault;
  const lenient = { ...message, also_malformed: null };
  return { ok: false, refused: undecoded(code, scope, { offset, lenient }) };
}
