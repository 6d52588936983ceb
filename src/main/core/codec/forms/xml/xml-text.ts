// Owns the reading of XML text into elements, names and attributes without their prefixes. Bounded
// in size, depth and number. Refuses DOCTYPE and with it every entity but the five that XML knows
// by itself, since those two are how XML attacks its reader.
import { good, type Result } from '../../../lib/result';
import { XmlScanner, type XmlFault } from './xml-scanner';

/** An element. `text` is what stands in it besides other elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

const TEXT_MOST = 65_536;
const DEPTH_MOST = 16;
const ELEMENTS_MOST = 4_096;

/** Reads a document's root element. */
export function readXmlText(source: string): Result<XmlElement, XmlFault> {
  if (source.length > TEXT_MOST) return { ok: false, reason: 'oversize', offset: TEXT_MOST };
  const scanner = new XmlScanner(source);
  const top: Growing = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Growing[] = [top];
  let count = 0;
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    const inner = open.at(-1) ?? top;
    if (token.kind === 'text') inner.text += token.text;
    else if (token.kind === 'close') {
      if (open.length === 1 || inner.name !== token.name) return scanner.refuse();
      open.pop();
    } else {
      count += 1;
      if (count > ELEMENTS_MOST || open.length > DEPTH_MOST) return scanner.refuse();
      const element: Growing = { ...token, children: [], text: '' };
      inner.children.push(element);
      if (!token.empty) open.push(element);
    }
  }
  const [root] = top.children;
  if (scanner.fault !== null) return { ok: false, ...scanner.fault };
  const whole = open.length === 1 && top.children.length === 1 && top.text.trim() === '';
  return whole && root !== undefined ? good(root) : scanner.refuse();
}
