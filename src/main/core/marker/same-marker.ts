// Owns the comparison of the duplicate rule for a first copy and a later cue whose event and kind
// are already equal: program, PTS or arrival, and when an id is new again.
import { ptsDifference } from '../codec/scte35/splice-time';
import type { MarkerIdentity } from './marker-identity';

/** What the rule obeys, in milliseconds. */
export interface DuplicateRules {
  /** How long JSON without a timestamp is the same marker. */
  readonly jsonWindowMs: number;
  /** How old a cue with a timestamp may be and still be accepted. */
  readonly staleMs?: number;
}

/** An identity and when it arrived (epoch ms). */
export interface Arrived {
  readonly identity: MarkerIdentity;
  readonly receivedAtMs: number;
}

/** What is compared of a section. */
export type Section = Extract<MarkerIdentity, { kind: 'section' }>;

/** Arrival this close is the same event where no PTS speaks; for so long an id is never new. */
export const ARRIVAL_MS = 30_000;
/** One second of the 90 kHz clock. */
const PTS_TICKS = 90_000;
/** JSON with a timestamp is the same for at least this long: far beyond what is still accepted. */
const TIMESTAMP_MS = 600_000;

/** The rules at their widest: no setting goes beyond these. */
export const WIDEST_RULES: Required<DuplicateRules> = { jsonWindowMs: 120_000, staleMs: 600_000 };

/**
 * When a first copy can no longer have copies whatever the settings are (epoch ms): so long it is
 * read back at a start.
 */
export function forgottenAtMs(identity: MarkerIdentity, receivedAtMs: number): number {
  return expiresAtMs(identity, receivedAtMs, WIDEST_RULES);
}

/** When a first copy can no longer have copies (epoch ms). */
export function expiresAtMs(
  identity: MarkerIdentity,
  receivedAtMs: number,
  { jsonWindowMs, staleMs = 0 }: DuplicateRules,
): number {
  if (identity.kind === 'section') {
    return Math.max(receivedAtMs + ARRIVAL_MS, identity.slotEndsAtMs);
  }
  const stampedMs = Math.max(TIMESTAMP_MS, 2 * staleMs);
  return receivedAtMs + (identity.timestampMs === null ? jsonWindowMs : stampedMs);
}

/**
 * Whether a cue is a copy of a first copy with an equal key. Symmetrical in time, so that rows read
 * back in another order, or a clock set back, neither lengthen nor shorten a window.
 */
export function sameMarker(first: Arrived, cue: Arrived, rules: DuplicateRules): boolean {
  const windowMs = expiresAtMs(first.identity, first.receivedAtMs, rules) - first.receivedAtMs;
  if (Math.abs(cue.receivedAtMs - first.receivedAtMs) > windowMs) return false;
  if (first.identity.kind === 'json' || cue.identity.kind === 'json') return true;
  return sameProgram(first.identity, cue.identity) && sameTime(first.identity, cue.identity);
}

/** What both know of their program agrees; a stream's program is compared with a stream's only. */
export function sameProgram(a: Section, b: Section): boolean {
  const { carrierProgram: one } = a;
  const { carrierProgram: other } = b;
  if (one !== undefined && other !== undefined && one !== other) return false;
  return a.programId === null || b.programId === null || a.programId === b.programId;
}

/**
 * The PTS decides where both have one; else arrival has already decided. A pre-roll does not: a
 * sender that repeats its request unchanged tells another splice each time, and means the same one.
 */
function sameTime(a: Section, b: Section): boolean {
  return a.pts === null || b.pts === null || Math.abs(ptsDifference(a.pts, b.pts)) <= PTS_TICKS;
}
