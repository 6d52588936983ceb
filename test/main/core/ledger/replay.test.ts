// Owns the proof that a replay finds every change of a journal's bytes, its order and its length,
// at the entry where it was made; and that an honest night passes with its totals.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/main/core/ledger/entries';
import { createReplay, type Verdict } from '../../../../src/main/core/ledger/replay';
import { canonicalJson } from '../../../../src/main/core/lib/canonical-json';
import { bidderOf, sha256 } from '../auction/makings';
import { anyNight, Night } from './night';

function verdictOf(entries: readonly Entry[]): Verdict {
  const replay = createReplay({ sha256 });
  for (const entry of entries) replay.feed(entry);
  return replay.end();
}

/** An entry as it lies on a disk: its columns as one text, its body as another. */
function stored({ body, ...columns }: Entry): { columns: string; body: string } {
  return { columns: canonicalJson(columns), body: canonicalJson(body) };
}

/** Reads a stored row back; null where a reader would already refuse it. */
function read(row: { columns: string; body: string }): Entry | null {
  try {
    return { ...JSON.parse(row.columns), body: JSON.parse(row.body) } as Entry;
  } catch {
    return null;
  }
}

function flipped(text: string, at: number, bit: number): string {
  const unit = text.charCodeAt(at) ^ (1 << bit);
  return text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + 1);
}

describe('an honest night', () => {
  it('passes, counts what is in it, and ends at its head', () => {
    let sales = 0;
    fc.assert(
      fc.property(anyNight, ({ entries }) => {
        const { difference, head, counters } = verdictOf(entries);
        expect(difference).toBeNull();
        expect(head).toEqual({ seq: entries.length, hash: entries.at(-1)?.hash });
        const count = (type: Entry['type']) => entries.filter((one) => one.type === type).length;
        expect(counters.entries).toBe(entries.length);
        expect(counters.auctions.created).toBe(count('auction-created'));
        expect(counters.decisions).toBe(count('auction-closed'));
        expect(counters.settlements).toBe(counters.auctions.sold);
        const { sold, unsold, cancelled, aborted } = counters.auctions;
        const ended = count('auction-closed') + count('auction-dropped');
        expect(sold + unsold + cancelled + aborted).toBe(ended);
        const owed = (rehearsal: boolean) =>
          entries.flatMap(({ type, body }) =>
            type === 'settlement-born' && body.settlement.rehearsal === rehearsal
              ? [body.settlement.totalDueCents]
              : [],
          );
        for (const [totals, rehearsal] of [
          [counters.totals, false],
          [counters.rehearsed, true],
        ] as const) {
          const all = owed(rehearsal);
          expect(totals['USD']?.settlements ?? 0).toBe(all.length);
          expect(totals['USD']?.totalDueCents ?? 0).toBe(all.reduce((sum, one) => sum + one, 0));
        }
        sales += sold;
      }),
      { numRuns: 100 },
    );
    expect(sales).toBeGreaterThan(20);
  });

  it('passes with bodies given as they were stored, and empty', () => {
    fc.assert(
      fc.property(anyNight, ({ entries }) => {
        const replay = createReplay({ sha256 });
        for (const entry of entries) replay.feed(entry, stored(entry).body);
        expect(replay.end().difference).toBeNull();
      }),
      { numRuns: 20 },
    );
    expect(verdictOf([])).toMatchObject({ difference: null, head: { seq: 0 } });
  });
});

describe('a changed journal', () => {
  it('is found at the entry of any flipped bit, whatever it makes of the text', () => {
    const flip = fc.record({ entry: fc.nat(), at: fc.nat(), bit: fc.nat({ max: 7 }) });
    let refusedByReader = 0;
    fc.assert(
      fc.property(anyNight, fc.array(flip, { minLength: 20, maxLength: 20 }), (night, flips) => {
        const { entries } = night;
        for (const { entry, at, bit } of flips) {
          const index = entry % entries.length;
          const row = stored(entries[index] as Entry);
          const length = row.columns.length + row.body.length;
          const place = at % length;
          if (place < row.columns.length) row.columns = flipped(row.columns, place, bit);
          else row.body = flipped(row.body, place - row.columns.length, bit);
          const bad = read(row);
          if (bad === null) {
            refusedByReader += 1;
            continue;
          }
          const replay = createReplay({ sha256 });
          for (const good of entries.slice(0, index)) replay.feed(good);
          replay.feed(bad, row.body);
          for (const good of entries.slice(index + 1)) replay.feed(good);
          expect(replay.end().difference?.seq).toBe(index + 1);
        }
      }),
      { numRuns: 100 },
    );
    expect(refusedByReader).toBeLessThan(1_200);
  });

  it('is found where an entry is missing, twice, or in the wrong place', () => {
    fc.assert(
      fc.property(anyNight, fc.nat(), ({ entries }, pick) => {
        const at = pick % (entries.length - 1);
        const [one, next] = entries.slice(at, at + 2) as [Entry, Entry];
        const before = entries.slice(0, at);
        const after = entries.slice(at + 2);
        const seqOf = (all: readonly Entry[]) => verdictOf(all).difference?.seq;
        expect(seqOf([...before, next, ...after])).toBe(at + 1);
        expect(seqOf([...before, one, one, next, ...after])).toBe(at + 2);
        expect(seqOf([...before, next, one, ...after])).toBe(at + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('is found where it breaks off between a sale and its settlement', () => {
    const night = new Night([bidderOf('anna')]);
    const live = night.create();
    night.open(live);
    night.close(live);
    const { difference } = verdictOf(night.entries.slice(0, -1));
    expect(difference).toEqual({
      seq: night.entries.length - 1,
      what: 'the settlement of A-1 is missing',
    });
  });

  it('is not counted beyond the first difference', () => {
    const { entries } = new Night([bidderOf('anna'), bidderOf('bert')]);
    const bad = entries.map((entry) => (entry.seq === 2 ? { ...entry, actor: 'nobody' } : entry));
    const { difference, counters, head } = verdictOf(bad);
    expect(difference).toEqual({ seq: 2, what: 'its hash does not fit' });
    expect(counters.entries).toBe(1);
    expect(head).toEqual({ seq: 1, hash: entries[0]?.hash });
  });
});
