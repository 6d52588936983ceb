// Owns the form of a cue capture: JSON lines, the first says what it is, each further one holds
// what was heard and when. Refuses a line that is anything else, with its number where it is told.
import { z } from 'zod';

/** What the first line says, so that the file is told by its content. */
export const CAPTURE_KIND = 'cuebid-cue-capture';
const VERSION = 1;

const headSchema = z.object({
  kind: z.literal(CAPTURE_KIND),
  version: z.literal(VERSION),
  startedAt: z.iso.datetime(),
});
const entrySchema = z.object({
  ms: z.number().nonnegative(),
  from: z.string().min(1).max(100),
  protocol: z.enum(['udp', 'scte104']),
  base64: z.base64(),
});

/** The first line: when the capture began. */
export type CaptureHead = z.infer<typeof headSchema>;

/** One datagram or message: milliseconds from the beginning, its source, its bytes. */
export interface CaptureEntry {
  readonly ms: number;
  readonly from: string;
  readonly protocol: 'udp' | 'scte104';
  readonly bytes: Uint8Array;
}

/** The first line of a capture that began at `startedAtMs` (epoch). */
export function headLine(startedAtMs: number): string {
  const startedAt = new Date(startedAtMs).toISOString();
  const head: CaptureHead = { kind: CAPTURE_KIND, version: VERSION, startedAt };
  return `${JSON.stringify(head)}\n`;
}

/** One more line. */
export function entryLine({ ms, from, protocol, bytes }: CaptureEntry): string {
  const base64 = Buffer.from(bytes).toString('base64');
  return `${JSON.stringify({ ms: Math.round(ms * 1_000) / 1_000, from, protocol, base64 })}\n`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

/** Reads a first line; null where it is none of a capture. */
export function readHead(line: string): CaptureHead | null {
  const read = headSchema.safeParse(parsed(line));
  return read.success ? read.data : null;
}

/** Reads a further line; null where it is none. */
export function readEntry(line: string): CaptureEntry | null {
  const read = entrySchema.safeParse(parsed(line));
  if (!read.success) return null;
  const { base64, ...entry } = read.data;
  return { ...entry, bytes: Buffer.from(base64, 'base64') };
}
