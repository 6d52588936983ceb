// Owns the writing of XML elements: names, attributes that have a value, children, and the five
// signs that must not stand in text. Refuses to indent; white space is the reader's business.

/** Attributes; one without a value is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const SIGNS: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
};

/** Text as it may stand in XML. */
export function plain(text: string): string {
  return text.replace(
    /[<>&"\u0000-\u001f]/gu,
    (sign) => SIGNS[sign] ?? `&#${sign.codePointAt(0) ?? 0};`,
  );
}

/** An element; children are XML already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const stated = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const all = stated.map(([key, value]) => ` ${key}="${plain(String(value))}"`).join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
}
