// Owns SegmentationUpid in XML: its type, and its bytes by segmentationUpidFormat; several of them
// are one MID. Where no format is told, hex is what the older schemas had (SCTE 35 2023r1 schema,
// SegmentationUpidType).
import { hex32 } from '../../../lib/hex';
import type { Given } from '../../scte35/input/section-input';
import { UPID, upidType } from '../../scte35/upid/types';
import { bareHex, hexOfBase64, numberOf } from './element';
import type { XmlElement } from './xml-text';

const HEX = /^(?:0x)?(?:[0-9a-f]{2})+$/iu;
const TI_DIGITS = 16;
const EIDR = /^10\.\d{1,5}\//u;
const UUID = /^[0-9a-f]{8}-/iu;

/** The upid of a descriptor from its elements. */
export function upidOf(elements: readonly XmlElement[]): Given {
  const [first, ...more] = elements;
  if (first === undefined) return { type: 0, hex: '' };
  return more.length === 0 ? oneOf(first) : { type: UPID.mid, upids: elements.map(oneOf) };
}

function oneOf(element: XmlElement): Given {
  const type = numberOf(element, 'segmentationUpidType') ?? 0;
  const text = element.text.trim();
  const format = element.attributes.get('segmentationUpidFormat') ?? guessed(type, text);
  if (format === 'text') return { type, ...textOf(type, text) };
  const hex = format === 'base-64' ? hexOfBase64(text) : bareHex(text);
  if (type === UPID.ti) return { type, hex: hex.padStart(TI_DIGITS, '0') };
  if (type === UPID.mpu) return { type, hex: withFormat(element, hex.toLowerCase()) };
  return { type, hex };
}

function guessed(type: unknown, text: string): 'text' | 'hexbinary' {
  const [, exact, isText] = upidType(Number(type));
  if (!isText) return EIDR.test(text) || UUID.test(text) ? 'text' : 'hexbinary';
  const fits = exact === null || bareHex(text).length === 2 * exact;
  return HEX.test(text) && fits ? 'hexbinary' : 'text';
}

function textOf(type: unknown, text: string): Given {
  if (type === UPID.eidr) return { eidr: text };
  if (type === UPID.uuid) return { uuid: text };
  if (type === UPID.ti && /^\d{1,15}$/u.test(text)) return { int: Number(text) };
  return { text };
}

/** The bytes of an MPU begin with its format identifier; some writers put it in both places. */
function withFormat(element: XmlElement, hex: string): string {
  const identifier = numberOf(element, 'formatIdentifier');
  if (typeof identifier !== 'number') return hex;
  const head = hex32(identifier);
  return element.attributes.has('privateData') && hex.startsWith(head) ? hex : head + hex;
}
