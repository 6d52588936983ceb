// Owns what makes two cues the same marker: the event a section names, or what JSON says. Refuses
// to compare: that is the recall's. A section followed by JSON is keyed by the section, unless the
// section names no event (splice_null and the like): then by the JSON.
import type { Metadata } from '../codec/metadata/metadata';
import type { GoodReading } from '../codec/reading';
import type { Sha256 } from '../lib/bytes';
import { TICKS_PER_MS } from '../codec/scte35/splice-time';
import type { MarkerIdentity } from './marker-identity';
import type { Section } from './same-marker';
import { subjectOf, type Subject } from './subject';

/** What the identity needs beside the cue; the defaults are the product's own. */
export interface IdentityRules {
  /** Names that mean the same event. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** How long after its arrival a slot may still begin. */
  readonly airByMs?: number;
  /** The host's hash: with it, a long text of JSON is keyed by its hash. */
  readonly sha256?: Sha256;
}

/** A longer key is kept as its hash, so that the recall's memory stays bounded. */
const KEY_MOST_CHARS = 120;

const AIR_BY_MS = 45_000;
/** Taken where a cue tells no duration: a commercial break's. */
const SLOT_MS = 30_000;
/** A longer duration is an encoder's way of saying none; it must not block an id for days. */
const SLOT_MOST_MS = 6 * 3_600_000;

/**
 * The identity of a readable cue that arrived at `receivedAtMs` (epoch), or null where nothing
 * tells it from others. A section without an event id and without JSON is told by its CRC_32.
 */
export function identityOf(
  reading: GoodReading,
  receivedAtMs: number,
  rules: IdentityRules = {},
): MarkerIdentity | null {
  const { section, metadata } = reading;
  const { airByMs = AIR_BY_MS } = rules;
  const subject = subjectOf(section, metadata !== null);
  const where = carriedBy(reading);
  if (subject !== null) {
    const times = timesOf(reading, subject, { receivedAtMs, airByMs });
    return { ...sectionIdentity(subject, times.startsAtMs), ...times.told, ...where };
  }
  if (metadata !== null) return jsonIdentity(metadata, rules);
  if (section === null) return null;
  return {
    kind: 'section',
    eventId: Number.parseInt(section.crc32, 16),
    what: `crc:${section.section_length}`,
    direction: null,
    programId: null,
    pts: null,
    slotEndsAtMs: receivedAtMs,
    ...where,
  };
}

function carriedBy({ carrier }: GoodReading): { carrierProgram?: number } {
  return carrier === undefined ? {} : { carrierProgram: carrier.program };
}

/** When its slot begins or ends at the latest, and the splice where SCTE 104 tells it (epoch). */
function timesOf(
  { spliceInMs, scte104 }: GoodReading,
  { role, pts }: Subject,
  { receivedAtMs, airByMs }: { readonly receivedAtMs: number; readonly airByMs: number },
): { readonly startsAtMs: number; readonly told: { spliceAtMs?: number } } {
  if (spliceInMs === undefined) {
    const atOnce = role === 'cancels' || (role === 'ends' && pts === null);
    return { startsAtMs: receivedAtMs + (atOnce ? 0 : airByMs), told: {} };
  }
  const told = scte104 === undefined ? {} : { spliceAtMs: receivedAtMs + spliceInMs };
  return { startsAtMs: receivedAtMs + Math.max(0, spliceInMs), told };
}

function sectionIdentity(subject: Subject, startsAtMs: number): Section {
  const { eventId, role, programId, pts, durationTicks } = subject;
  const opens = role !== 'ends' && role !== 'cancels';
  const told = durationTicks === null ? SLOT_MS : Math.ceil(durationTicks / TICKS_PER_MS);
  return {
    kind: 'section',
    eventId,
    what: whatOf(subject),
    direction: role === 'cancels' ? 'cancel' : opens ? 'out' : 'in',
    programId,
    pts,
    slotEndsAtMs: opens ? startsAtMs + Math.min(told, SLOT_MOST_MS) : startsAtMs,
  };
}

function whatOf({ kind, role, segmentationType, segmentNumber }: Subject): string {
  if (kind === 'splice') return 'splice';
  return role === 'cancels' ? 'seg:cancel' : `seg:${segmentationType}:${segmentNumber}`;
}

function jsonIdentity(
  { gameId, eventType, teamId, period, playerIds, timestampMs }: Metadata,
  { aliases = {}, sha256 }: IdentityRules,
): MarkerIdentity {
  const event = Object.hasOwn(aliases, eventType) ? aliases[eventType] : eventType;
  const players = [...playerIds].sort();
  const key = JSON.stringify([gameId, event, teamId, period, players]);
  const long = sha256 !== undefined && key.length > KEY_MOST_CHARS;
  return { kind: 'json', key: long ? `sha256:${sha256(key)}` : key, timestampMs };
}
