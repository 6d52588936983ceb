// Owns hex text as rows of sixteen bytes, with their letters. Pure.
// Refuses to cut: every byte is in a row.

/** A row: where it begins, its bytes as 'FC', and what of them can be read. */
export interface HexRow {
  readonly address: string;
  readonly bytes: readonly string[];
  readonly letters: string;
}

const WIDTH = 16;

function letterOf(byte: string): string {
  const code = Number.parseInt(byte, 16);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : '\u00b7';
}

/** 'fc30…' -> rows. */
export function hexRows(hex: string): readonly HexRow[] {
  const all = (hex.match(/../gu) ?? []).map((pair) => pair.toUpperCase());
  return Array.from({ length: Math.ceil(all.length / WIDTH) }, (_, row) => {
    const bytes = all.slice(row * WIDTH, (row + 1) * WIDTH);
    const address = (row * WIDTH).toString(16).toUpperCase().padStart(4, '0');
    return { address, bytes, letters: bytes.map(letterOf).join('') };
  });
}
