// Owns a section as XML: in full where that says all of it, else as Binary. Which of the two is
// told by reading back what was written, so that no bit is ever lost in silence.
import type { ByteText } from '../../../lib/bytes';
import { decodeSection } from '../../scte35/decode-section';
import type { SpliceInfoSection } from '../../scte35/section';
import { readXmlSection } from './read-section';
import { tag } from './tag';
import { commandXml } from './write-commands';
import { descriptorXml } from './write-descriptors';

const NAMESPACE = 'http://www.scte.org/schemas/35';

/** The XML of a section's bytes. */
export function sectionXml(bytes: Uint8Array, text: ByteText): string {
  const base64 = text.base64(bytes);
  const decoded = decodeSection(bytes);
  const full = decoded.ok && decoded.value.fault === null ? fullXml(decoded.value.section) : null;
  if (full !== null) {
    const back = readXmlSection(full);
    if (back.ok && text.base64(back.value.bytes) === base64) return full;
  }
  return tag('Signal', { xmlns: NAMESPACE }, tag('Binary', {}, base64));
}

function fullXml(section: SpliceInfoSection): string | null {
  if (section.encrypted) return null;
  const command = commandXml(section);
  if (command === null) return null;
  const { encryption_algorithm: encryptionAlgorithm, cw_index: cwIndex } = section;
  const named = encryptionAlgorithm !== 0 || cwIndex !== 0;
  const packet = named ? tag('EncryptedPacket', { encryptionAlgorithm, cwIndex }) : '';
  const attributes = {
    xmlns: NAMESPACE,
    ptsAdjustment: section.pts_adjustment,
    protocolVersion: section.protocol_version,
    sapType: section.sap_type,
    tier: section.tier,
  };
  const inside = [packet, command, ...section.descriptors.map(descriptorXml)];
  return tag('SpliceInfoSection', attributes, ...inside);
}
