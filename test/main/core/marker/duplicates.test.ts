// Owns the proof of the duplicate rule: its windows, their edges, and that the memory, however it
// is indexed and bounded, answers as a plain search through everything would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecall, type FirstCopy } from '../../../../src/main/core/marker/duplicates';
import type { MarkerIdentity } from '../../../../src/main/core/marker/marker-identity';
import {
  expiresAtMs,
  forgottenAtMs,
  WIDEST_RULES,
} from '../../../../src/main/core/marker/same-marker';
import { configSchema } from '../../../../src/contract/host/config';

const T0 = 1_795_000_000_000;
const rules = { jsonWindowMs: 3_000 };
type Section = Extract<MarkerIdentity, { kind: 'section' }>;

const splice: Section = {
  kind: 'section',
  eventId: 1001,
  what: 'splice',
  direction: 'out',
  programId: 7,
  pts: 900_000,
  slotEndsAtMs: T0,
};
const goal: MarkerIdentity = { kind: 'json', key: '["g","goal"]', timestampMs: null };

/** Whether a second cue, `afterMs` later, is a copy of a first. */
function copies(first: MarkerIdentity, second: MarkerIdentity, afterMs = 0): boolean {
  const recall = createRecall(rules);
  recall.remember({ markerId: 'M1', identity: first, receivedAtMs: T0 });
  return recall.find(second, T0 + afterMs) === 'M1';
}

describe('a section', () => {
  it('is a copy with the same event, kind, direction and program', () => {
    expect(copies(splice, splice)).toBe(true);
    expect(copies(splice, { ...splice, eventId: 1002 })).toBe(false);
    expect(copies(splice, { ...splice, what: 'seg:52:1' })).toBe(false);
    expect(copies(splice, { ...splice, direction: 'in' })).toBe(false);
    expect(copies(splice, { ...splice, direction: 'cancel' })).toBe(false);
    expect(copies(splice, { ...splice, programId: 8 })).toBe(false);
  });

  it('with an unknown program matches any', () => {
    expect(copies(splice, { ...splice, programId: null })).toBe(true);
    expect(copies({ ...splice, programId: null }, splice)).toBe(true);
  });

  it.each([
    [900_000 + 90_000, true],
    [900_000 + 90_001, false],
    [900_000 - 90_000, true],
    [900_000 - 90_001, false],
  ])('at PTS %i against 900,000: %s', (pts, same) => {
    expect(copies(splice, { ...splice, pts })).toBe(same);
  });

  it('compares PTS across the wrap of 33 bits', () => {
    const late = { ...splice, pts: 2 ** 33 - 10 };
    expect(copies(late, { ...splice, pts: 80_000 })).toBe(true);
    expect(copies(late, { ...splice, pts: 90_000 })).toBe(false);
    expect(copies({ ...splice, pts: 10 }, late)).toBe(true);
  });

  it('without a PTS on one side is told by arrival', () => {
    const immediate = { ...splice, pts: null };
    expect(copies(splice, immediate, 30_000)).toBe(true);
    expect(copies(splice, immediate, 30_001)).toBe(false);
    expect(copies(immediate, splice, 30_000)).toBe(true);
    expect(copies(immediate, splice, -30_001)).toBe(false);
  });

  it('has an id that is new again only after 30 s and the slot’s end', () => {
    const long = { ...splice, slotEndsAtMs: T0 + 75_000 };
    expect(copies(splice, splice, 30_000)).toBe(true);
    expect(copies(splice, splice, 30_001)).toBe(false);
    expect(copies(long, splice, 75_000)).toBe(true);
    expect(copies(long, splice, 75_001)).toBe(false);
  });
});

describe('JSON', () => {
  it('without a timestamp is a copy within its window of the first copy', () => {
    expect(copies(goal, goal, 3_000)).toBe(true);
    expect(copies(goal, goal, 3_001)).toBe(false);
    expect(copies(goal, { ...goal, key: '["h","goal"]' })).toBe(false);
  });

  it('with a timestamp is a copy with the same one, however late within reason', () => {
    const stamped = { ...goal, timestampMs: T0 };
    expect(copies(stamped, stamped, 60_000)).toBe(true);
    expect(copies(stamped, { ...goal, timestampMs: T0 + 1 })).toBe(false);
    expect(copies(stamped, goal)).toBe(false);
    expect(copies(goal, stamped)).toBe(false);
  });

  it('is remembered for as long as a cue of that age could be accepted', () => {
    const stamped = { ...goal, timestampMs: T0 };
    const recall = createRecall({ jsonWindowMs: 3_000, staleMs: 3_600_000 });
    recall.remember({ markerId: 'M1', identity: stamped, receivedAtMs: T0 });
    expect(recall.find(stamped, T0 + 3_600_000)).toBe('M1');
  });

  it('never equals a section', () => {
    expect(copies(goal, splice)).toBe(false);
    expect(copies(splice, goal)).toBe(false);
  });
});

describe('the memory', () => {
  it('does not let the window slide, and starts a new one after it', () => {
    const recall = createRecall(rules);
    recall.remember({ markerId: 'M1', identity: goal, receivedAtMs: T0 });
    expect(recall.find(goal, T0 + 2_000)).toBe('M1');
    expect(recall.find(goal, T0 + 4_000)).toBeNull();
    recall.remember({ markerId: 'M2', identity: goal, receivedAtMs: T0 + 4_000 });
    expect(recall.find(goal, T0 + 6_000)).toBe('M2');
  });

  it('forgets what is spent', () => {
    const recall = createRecall(rules);
    for (let at = 0; at < 1_000; at += 1) {
      const identity = { ...goal, key: String(at) };
      recall.remember({ markerId: `M${at}`, identity, receivedAtMs: T0 + at * 100 });
    }
    expect(recall.size()).toBeLessThan(40);
  });

  it('holds at most 100,000 first copies, the oldest out first', () => {
    const recall = createRecall(rules);
    const at = (eventId: number) => ({ ...splice, eventId });
    for (let eventId = 0; eventId < 100_010; eventId += 1) {
      recall.remember({ markerId: `M${eventId}`, identity: at(eventId), receivedAtMs: T0 });
    }
    expect(recall.size()).toBe(100_000);
    expect(recall.find(at(9), T0)).toBeNull();
    expect(recall.find(at(10), T0)).toBe('M10');
    expect(recall.find(at(100_009), T0)).toBe('M100009');
  });

  it('keeps a look-up short where one id floods it', () => {
    const recall = createRecall(rules);
    for (let copy = 0; copy < 50_000; copy += 1) {
      const identity = { ...splice, pts: copy * 100_000 };
      expect(recall.find(identity, T0)).toBeNull();
      recall.remember({ markerId: `M${copy}`, identity, receivedAtMs: T0 });
    }
    expect(recall.find({ ...splice, pts: 49_999 * 100_000 }, T0)).toBe('M49999');
  });

  it('answers as a search through everything would', () => {
    const identity: fc.Arbitrary<MarkerIdentity> = fc.oneof(
      fc.record({
        kind: fc.constant('section' as const),
        eventId: fc.nat(2),
        what: fc.constantFrom('splice', 'seg:52:1'),
        direction: fc.constantFrom('out' as const, 'cancel' as const),
        programId: fc.option(fc.nat(1)),
        pts: fc.option(fc.constantFrom(0, 80_000, 200_000, 2 ** 33 - 5)),
        slotEndsAtMs: fc.constantFrom(T0, T0 + 90_000),
      }),
      fc.record({
        kind: fc.constant('json' as const),
        key: fc.constantFrom('a', 'b'),
        timestampMs: fc.option(fc.constantFrom(T0, T0 + 1)),
      }),
    );
    const step = fc.record({ identity, afterMs: fc.constantFrom(0, 500, 2_900, 12_000, 40_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const recall = createRecall(rules);
        const all: FirstCopy[] = [];
        let receivedAtMs = T0;
        steps.forEach(({ identity: cue, afterMs }, index) => {
          receivedAtMs += afterMs;
          const found = all.find((first) => plainlySame(first, cue, receivedAtMs));
          expect(recall.find(cue, receivedAtMs)).toBe(found?.markerId ?? null);
          if (found !== undefined) return;
          const first = { markerId: `M${index}`, identity: cue, receivedAtMs };
          recall.remember(first);
          all.push(first);
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** The rule once more, as it is told, without an index. */
function plainlySame(first: FirstCopy, cue: MarkerIdentity, nowMs: number): boolean {
  const was = first.identity;
  const ageMs = nowMs - first.receivedAtMs;
  if (was.kind === 'json' || cue.kind === 'json') {
    if (was.kind !== 'json' || cue.kind !== 'json' || was.key !== cue.key) return false;
    if (was.timestampMs !== cue.timestampMs) return false;
    return was.timestampMs === null ? ageMs <= 3_000 : ageMs <= 600_000;
  }
  if (was.eventId !== cue.eventId || was.what !== cue.what) return false;
  if (was.direction !== cue.direction) return false;
  if (was.programId !== null && cue.programId !== null && was.programId !== cue.programId) {
    return false;
  }
  if (ageMs > 30_000 && nowMs > was.slotEndsAtMs) return false;
  if (was.pts === null || cue.pts === null) return true;
  const apart = Math.abs(was.pts - cue.pts);
  return Math.min(apart, 2 ** 33 - apart) <= 90_000;
}

describe('what is read back at a start', () => {
  const stamped: MarkerIdentity = { kind: 'json', key: 'goal', timestampMs: T0 };

  it.each([splice, { ...splice, slotEndsAtMs: T0 + 9_000_000 }, goal, stamped])(
    'is never forgotten before the recall forgets it: %j',
    (identity) => {
      const most = { jsonWindowMs: 60_000, staleMs: 600_000 };
      for (const settings of [rules, most])
        expect(forgottenAtMs(identity, T0)).toBeGreaterThanOrEqual(
          expiresAtMs(identity, T0, settings),
        );
    },
  );

  it.each(['jsonWindowMs', 'staleMs'] as const)('no setting of %s goes beyond it', (name) => {
    const beyond = { auctions: { [name]: WIDEST_RULES[name] + 1 } };
    expect(configSchema.safeParse(beyond).success).toBe(false);
  });
});
