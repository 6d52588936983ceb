// Owns a section in XML: Signal, SpliceInfoSection or Binary, under any prefix and namespace,
// turned into the very bytes it stands for, so that all behind it is the same for every form.
// Elements nobody knows are told and passed over (SCTE 35 2023r1 schema).
import { fromHex } from '../../../lib/hex';
import { good, type Result } from '../../../lib/result';
import { encodeSection } from '../../scte35/encode-section';
import { clearInput, type Given, type InputFlaw } from '../../scte35/input/section-input';
import { childOf, hexOfBase64, numberOf, stated, tellUnknown, type Unknowns } from './element';
import { XML_COMMANDS } from './read-commands';
import { XML_DESCRIPTORS } from './read-descriptors';
import type { XmlFault } from './xml-scanner';
import { readXmlText, type XmlElement } from './xml-text';

/** The bytes of a section, and the names of elements that were passed over. */
export interface XmlSection {
  readonly bytes: Uint8Array;
  readonly unknown: readonly string[];
}

/** Why there is none: the text, the root, or the field that does not fit. */
export type XmlRefusal =
  XmlFault | InputFlaw | { readonly reason: 'xml_root' | 'base64' | 'oversize' | 'range' };

const UNKNOWN_MOST = 20;

/** Reads a document. A Binary is given as it is, whatever its bytes. */
export function readXmlSection(source: string): Result<XmlSection, XmlRefusal> {
  const root = readXmlText(source);
  if (!root.ok) return root;
  const unknown: string[] = [];
  const tell: Unknowns = (name) => {
    if (unknown.length < UNKNOWN_MOST && !unknown.includes(name)) unknown.push(name);
  };
  const signal = root.value.name === 'Signal';
  if (signal) tellUnknown(root.value, ['SpliceInfoSection', 'Binary'], tell);
  const inside = signal ? bodyOf(root.value) : root.value;
  const bytes = readRoot(inside, tell);
  return bytes.ok ? good({ bytes: bytes.value, unknown }) : bytes;
}

function bodyOf(signal: XmlElement): XmlElement | undefined {
  return childOf(signal, 'SpliceInfoSection') ?? childOf(signal, 'Binary');
}

function readRoot(element: XmlElement | undefined, tell: Unknowns): Result<Uint8Array, XmlRefusal> {
  if (element?.name === 'SpliceInfoSection') return readInfo(element, tell);
  const type = element?.attributes.get('signalType') ?? 'SpliceInfoSection';
  if (element?.name !== 'Binary' || type !== 'SpliceInfoSection') {
    return { ok: false, reason: 'xml_root' };
  }
  const bytes = fromHex(hexOfBase64(element.text));
  return bytes === null ? { ok: false, reason: 'base64' } : good(bytes);
}

function readInfo(element: XmlElement, tell: Unknowns): Result<Uint8Array, XmlRefusal> {
  const input = clearInput(stated(sectionOf(element, tell)));
  if (!input.ok) return input;
  return encodeSection(input.value);
}

function sectionOf(element: XmlElement, tell: Unknowns): Given {
  const known = [...Object.keys(XML_COMMANDS), ...Object.keys(XML_DESCRIPTORS)];
  tellUnknown(element, [...known, 'EncryptedPacket'], tell);
  const found = element.children.find(({ name }) => Object.hasOwn(XML_COMMANDS, name));
  const [command, read] = XML_COMMANDS[found?.name ?? ''] ?? [];
  const packet = childOf(element, 'EncryptedPacket');
  const descriptors = element.children.flatMap((child) => {
    if (!Object.hasOwn(XML_DESCRIPTORS, child.name)) return [];
    return [stated(XML_DESCRIPTORS[child.name]?.(child, tell) ?? {})];
  });
  return {
    sap_type: numberOf(element, 'sapType'),
    protocol_version: numberOf(element, 'protocolVersion'),
    pts_adjustment: numberOf(element, 'ptsAdjustment'),
    tier: numberOf(element, 'tier'),
    encryption_algorithm: packet && numberOf(packet, 'encryptionAlgorithm'),
    cw_index: packet && numberOf(packet, 'cwIndex'),
    command,
    cmd: found && read?.(found, tell),
    descriptors,
  };
}
