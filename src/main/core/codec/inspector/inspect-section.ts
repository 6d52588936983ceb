// Owns the inspector's view of bytes that begin with 0xFC: a section with every field, what stands
// behind it, and the legacy form. Stricter than the live listener: a broken descriptor loop or a
// bad CRC_32 is told as a fault, with what can still be read beside it.
import type { CueForm } from '../../../../contract/marker';
import { OPAQUE_BYTES } from '../section-cue';
import { decodeSection, frameSection, readSection } from '../scte35/decode-section';
import { describeSection } from '../scte35/describe-section';
import type { SectionFault } from '../scte35/fault';
import type { SpliceInfoSection } from '../scte35/section';
import { trimEnd } from '../forms/trim';
import { showOpened } from './show-opened';
import { undecoded, type Inspected, type InspectorKit, type Message } from './answer';
import { inspectJsonBehind } from './inspect-json';
import { sectionWarnings } from './section-warnings';

const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

/** What is known of the bytes already: the form they came in. */
export interface SectionAsk {
  readonly kit: InspectorKit;
  readonly form: CueForm;
}

/** Takes bytes that begin with 0xFC apart. */
export function inspectSection(bytes: Uint8Array, ask: SectionAsk): Inspected {
  const decoded = decodeSection(bytes);
  if (!decoded.ok) return inspectBroken(bytes, decoded.fault, ask);
  const { section, fault, bytes: length } = decoded.value;
  const words = ask.kit.controlWords;
  if (section.encrypted && words?.has(section.cw_index)) {
    const opened = showOpened(bytes.subarray(0, length), section, words);
    return opened.ok ? inspectTail(bytes, length, { ...ask, ...opened }) : opened.refused;
  }
  const message = describeSection(section);
  if (fault !== null) return refuse(fault, { ...message, also_malformed: null });
  return inspectTail(bytes, length, { ...ask, section, message });
}

interface Tail extends SectionAsk {
  readonly section: SpliceInfoSection;
  readonly message: Message;
}

function inspectTail(bytes: Uint8Array, at: number, tail: Tail): Inspected {
  const { kit, form, section, message } = tail;
  const rest = trimEnd(bytes.subarray(at));
  const warnings = sectionWarnings(section);
  if (rest.length === 0) return { ok: true, form, messages: [message], warnings };
  if (rest[0] === OPEN_BRACE || rest[0] === OPEN_BRACKET) {
    const both = form === 'section' ? 'section+json' : form;
    const header = `${section.command ?? 'encrypted'} section, crc ok`;
    const before = message;
    return inspectJsonBehind(rest, { text: kit.text, form: both, at, header, before, warnings });
  }
  const messages = [{ ...message, trailing_bytes: bytes.length - at }];
  return { ok: true, form, messages, warnings: ['trailing_bytes', ...warnings] };
}

function inspectBroken(bytes: Uint8Array, fault: SectionFault, ask: SectionAsk): Inspected {
  const frame = frameSection(bytes);
  const opaque = !frame.ok || fault.code === 'crc';
  if (opaque && ask.form === 'section' && bytes[OPAQUE_BYTES] === OPEN_BRACE) {
    const text = ask.kit.text;
    const header = `opaque, ${OPAQUE_BYTES} bytes`;
    const warnings = ['opaque_header'];
    const behind = { text, form: 'legacy-json', at: OPAQUE_BYTES, header } as const;
    const rest = trimEnd(bytes).subarray(OPAQUE_BYTES);
    return inspectJsonBehind(rest, { ...behind, before: null, warnings });
  }
  if (!frame.ok || fault.code !== 'crc') return refuse(fault);
  const read = readSection(bytes, frame.value, false);
  if (!read.ok) return refuse(fault);
  const { section, fault: inner } = read.value;
  const also_malformed = inner === null ? null : inner.code;
  return refuse(fault, { ...describeSection(section), also_malformed });
}

function refuse({ code, scope, offset }: SectionFault, lenient?: Message): Inspected {
  return undecoded(code, scope, lenient === undefined ? { offset } : { offset, lenient });
}
