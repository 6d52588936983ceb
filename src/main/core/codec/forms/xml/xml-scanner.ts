// Owns the cutting of XML text into tags and text. A `<` before anything that begins no tag is
// taken for text, since people comment that way. Refuses DOCTYPE.
import { withoutEntities } from './xml-entities';

/** Why text is no XML that is read here, and at which character. */
export interface XmlFault {
  readonly reason: 'xml' | 'doctype' | 'oversize';
  readonly offset: number;
}

/** A piece of the text; names are without their prefixes. */
export type XmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    };

const OPEN = /<([A-Za-z_][\w.:-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const CLOSE = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const END = /\s*(\/?)>/y;
const TEXT = /<?[^<]+|</y;
const PASSED: readonly (readonly [from: string, to: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
];
const CDATA = ['<![CDATA[', ']]>'] as const;

/** Gives one token after another; null at the end, or where `fault` says what is wrong. */
export class XmlScanner {
  fault: XmlFault | null = null;
  private at = 0;

  constructor(private readonly source: string) {}

  /** A refusal where it stands. */
  refuse(): { readonly ok: false } & XmlFault {
    return { ok: false, reason: 'xml', offset: this.at };
  }

  next(): XmlToken | null {
    while (this.fault === null && this.at < this.source.length) {
      const passed = PASSED.find(([from]) => this.source.startsWith(from, this.at));
      if (passed === undefined) return this.token();
      this.until(passed);
    }
    return null;
  }

  private token(): XmlToken | null {
    if (this.source.startsWith(CDATA[0], this.at)) return this.textOf(this.until(CDATA));
    if (this.source.startsWith('<!', this.at)) return this.stop('doctype');
    const close = this.match(CLOSE);
    if (close !== null) return { kind: 'close', name: local(close[1]) };
    if (this.source.startsWith('</', this.at)) return this.stop('xml');
    const open = this.match(OPEN);
    if (open !== null) return this.tag(local(open[1]));
    return this.textOf(this.plain(this.match(TEXT)?.[0] ?? ''));
  }

  private tag(name: string): XmlToken | null {
    const attributes = new Map<string, string>();
    for (let one = this.match(ATTRIBUTE); one !== null; one = this.match(ATTRIBUTE)) {
      const value = this.plain(one[2] ?? one[3] ?? '');
      if (value === null) return null;
      attributes.set(local(one[1]), value);
    }
    const end = this.match(END);
    if (end === null) return this.stop('xml');
    return { kind: 'open', name, attributes, empty: end[1] === '/' };
  }

  private plain(text: string): string | null {
    return withoutEntities(text) ?? this.stop('xml');
  }

  private textOf(text: string | null): XmlToken | null {
    return text === null ? null : { kind: 'text', text };
  }

  private until([from, to]: readonly [string, string]): string | null {
    const start = this.at + from.length;
    const end = this.source.indexOf(to, start);
    if (end < 0) return this.stop('xml');
    this.at = end + to.length;
    return this.source.slice(start, end);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  private stop(reason: XmlFault['reason']): null {
    this.fault = { reason, offset: this.at };
    return null;
  }
}

function local(name = ''): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
