// Owns the proof that the hash covers everything in an entry but itself, and that what is stored is
// what was hashed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entryText,
  GENESIS_HASH,
  hashOf,
  link,
  write,
} from '../../../../src/main/core/ledger/chain';
import { canonicalJson } from '../../../../src/main/core/lib/canonical-json';
import { sha256 } from '../auction/makings';
import { anyNight } from './night';

describe('the chain', () => {
  it('hashes the canonical text of the whole entry, body in its place', () => {
    fc.assert(
      fc.property(anyNight, ({ entries }) => {
        for (const entry of entries) {
          const { hash, ...rest } = entry;
          expect(entryText(rest)).toBe(canonicalJson(rest));
          expect(entryText(rest, '{ }')).toContain('"body":{ },"cause"');
          expect(hashOf(rest, sha256)).toBe(hash);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('starts at the genesis hash, and each entry holds the hash of the one before', () => {
    fc.assert(
      fc.property(anyNight, ({ entries }) => {
        const before = [GENESIS_HASH, ...entries.map(({ hash }) => hash)];
        expect(entries.map(({ prevHash }) => prevHash)).toEqual(before.slice(0, -1));
      }),
      { numRuns: 30 },
    );
  });

  it('writes the body once, the same for the hash and for the disk', () => {
    const origin = { actor: 'engine', cause: 'é\n"', arrivedAtMs: 1, decidedAtMs: 2 };
    const body = { version: '0', bootId: 'b' };
    const draft = { type: 'engine-started' as const, body, ...origin };
    const place = { seq: 9, recordedAtMs: 3, prevHash: GENESIS_HASH };
    const { hash, bodyText } = write(draft, place, sha256);
    expect(bodyText).toBe('{"bootId":"b","version":"0"}');
    expect(link(draft, place, sha256)).toEqual({ ...draft, ...place, hash });
  });
});
