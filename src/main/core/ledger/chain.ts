// Owns the hash chain of the journal: SHA-256 over the canonical text (RFC 8785) of everything in
// an entry but the hash itself, the previous hash included. Refuses to compute hashes itself.
import type { Sha256 } from '../lib/bytes';
import { canonicalJson } from '../lib/canonical-json';
import type { Draft, Entry } from './entries';

/** What the first entry follows. */
export const GENESIS_HASH = '0'.repeat(64);

/** Where a new entry goes: its number, when it is recorded (epoch ms), what it follows. */
export interface Link {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly prevHash: string;
}

/** An entry in its place, not yet hashed. */
export type Unhashed = Draft & Link;

/** The hash, and the body's canonical text as it should be stored. */
export interface Written {
  readonly hash: string;
  readonly bodyText: string;
}

/**
 * The text that is hashed. A stored body goes in as it was read, byte for byte, so that a change
 * which parses to the same value is found too.
 */
export function entryText(entry: Unhashed, bodyText = canonicalJson(entry.body)): string {
  const { actor, arrivedAtMs, cause, decidedAtMs, prevHash, recordedAtMs, seq, type } = entry;
  const before = canonicalJson({ actor, arrivedAtMs }).slice(0, -1);
  const after = canonicalJson({ cause, decidedAtMs, prevHash, recordedAtMs, seq, type }).slice(1);
  return `${before},"body":${bodyText},${after}`;
}

/** The hash an entry must have. */
export function hashOf(entry: Unhashed, sha256: Sha256, bodyText?: string): string {
  return sha256(entryText(entry, bodyText));
}

/** Puts a draft into its place in the chain. */
export function link(draft: Draft, place: Link, sha256: Sha256): Entry {
  const entry = { ...draft, ...place };
  return { ...entry, hash: hashOf(entry, sha256) };
}

/** The same for who stores the row: the body is written once, for the hash and for the disk. */
export function write(draft: Draft, place: Link, sha256: Sha256): Written {
  const bodyText = canonicalJson(draft.body);
  return { hash: hashOf({ ...draft, ...place }, sha256, bodyText), bodyText };
}
