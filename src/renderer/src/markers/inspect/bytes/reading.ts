// Owns what a stretch of bytes reads as: hex, the number it is, its text where it is text. Pure.
// Refuses to round: up to eight bytes are a number, exactly.
import type { Span } from '../spans/span';

/** Bytes of which the hex is written out below the panel; longer ones stand in the panel itself. */
const HEX_MOST = 16;
const NUMBER_MOST = 8;

/** 'FC' for 252. */
export function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** 'FC302F', with `between` put between the bytes. */
export function hexText(bytes: Uint8Array, between = ''): string {
  return [...bytes].map(hexOf).join(between);
}

/** A printable letter for a byte, a middle dot for any other. */
export function letterOf(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '\u00b7';
}

/** What the bytes of a field read as; `number` and `text` null where they are none. */
export interface Reading {
  readonly hex: string;
  readonly number: { readonly hex: string; readonly decimal: string } | null;
  readonly text: string | null;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** The reading of the bytes from `span[0]` to and with `span[1]`. */
export function readingOf(bytes: Uint8Array, span: Span): Reading {
  const part = bytes.slice(span[0], span[1] + 1);
  const more = part.length > HEX_MOST ? ` \u2026 ${part.length} bytes` : '';
  const hex = `${hexText(part.slice(0, HEX_MOST), ' ')}${more}`;
  const whole = hexText(part);
  const isNumber = part.length > 0 && part.length <= NUMBER_MOST;
  const number = isNumber ? { hex: `0x${whole}`, decimal: BigInt(`0x${whole}`).toString() } : null;
  const isText = part.length > 1 && part.every(isPrintable);
  return { hex, number, text: isText ? new TextDecoder().decode(part) : null };
}
