// Owns the cutting of a JSON array into the exact texts of its elements, so that each keeps the
// bytes it came with. Refuses to judge: it is only given text that a parser has accepted.

/** The texts of the top-level elements of a well-formed JSON array, white space around them cut. */
export function splitArray(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (sign === ']' || sign === '}') depth -= 1;
    const ends = depth === 0 || (depth === 1 && sign === ',');
    if (!ends || start === 0) continue;
    const part = text.slice(start, at).trim();
    if (part !== '') parts.push(part);
    if (depth === 0) return parts;
    start = at + 1;
  }
  return parts;
}

function endOfString(text: string, quote: number): number {
  let at = quote + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
