// Owns the signs that stand for others in XML text: the five that XML knows by itself, and
// character numbers. Refuses every other, since entities of one's own are how XML attacks readers.

const ENTITY = /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|&/g;
const SIGNS: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const LAST_CODE_POINT = 0x10ffff;

/** The text as it is meant; null where an entity is unknown. */
export function withoutEntities(text: string): string | null {
  let unknown = false;
  const plain = text.replace(ENTITY, (whole) => {
    const sign = SIGNS[whole.slice(1, -1)] ?? numbered(whole);
    if (sign === null) unknown = true;
    return sign ?? '';
  });
  return unknown ? null : plain;
}

function numbered(entity: string): string | null {
  const digits = entity.slice(2, -1);
  const code = /^x/iu.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits || NaN);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : null;
}
