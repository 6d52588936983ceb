// Owns the inspector's view of XML: the section it stands for, shown like every other, with the
// elements that nobody knows told by name.
import { readXmlSection } from '../forms/xml/read-section';
import { undecoded, type Inspected, type InspectorKit } from './answer';
import { inspectSection } from './inspect-section';

const TEXT_REASONS: ReadonlySet<string> = new Set([
  'xml',
  'doctype',
  'oversize',
  'xml_root',
  'base64',
]);

/** Takes XML apart. */
export function inspectXml(source: string, kit: InspectorKit): Inspected {
  const section = readXmlSection(source);
  if (!section.ok) {
    const { ok: _, reason, ...where } = section;
    return undecoded(reason, TEXT_REASONS.has(reason) ? 'text' : 'message', where);
  }
  const { bytes, unknown } = section.value;
  const inspected = inspectSection(bytes, { kit, form: 'xml' });
  if (!inspected.ok) return inspected;
  const warnings = [...unknown.map((name) => `unknown_element:${name}`), ...inspected.warnings];
  return { ...inspected, warnings };
}
