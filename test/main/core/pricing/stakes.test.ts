// Owns the proof that silence is neutral, that `false` speaks, and that thresholds hold back what
// they must and nothing else.
import { describe, expect, it } from 'vitest';
import { IMPORTANCES, MODIFIERS, type EventPrice } from '../../../../src/contract/price-book';
import { factsFromMarker } from '../../../../src/main/core/pricing/stakes';
import { IMPORTANCE_RANK, thresholdReason } from '../../../../src/main/core/pricing/thresholds';

describe('factsFromMarker', () => {
  it('says nothing for a silent marker', () => {
    const facts = factsFromMarker({});
    expect(facts.map(({ name }) => name)).toEqual([...MODIFIERS]);
    expect(facts.every(({ holds, source }) => !holds && source === null)).toBe(true);
  });

  it('lets false speak', () => {
    const facts = factsFromMarker({ rivalry: false, latePeriod: true });
    expect(facts.filter(({ source }) => source === 'marker')).toEqual([
      { name: 'rivalry', holds: false, fact: 'stated false', source: 'marker' },
      { name: 'late_period', holds: true, fact: 'stated true', source: 'marker' },
    ]);
  });
});

describe('thresholdReason', () => {
  const event: EventPrice = {
    baseCents: 100,
    eventBps: 10_000,
    importance: 'normal',
    enabled: true,
    minimumImportance: 'low',
    minimumGapMs: 0,
    slotMs: 10_000,
    excludes: [],
  };
  const ask = (change: Partial<EventPrice>, lastMs: number | null = null) =>
    thresholdReason({ event: { ...event, ...change }, nowMs: 1_000, lastMs });

  it('passes by default, also right after the last one', () => {
    expect(ask({})).toBeNull();
    expect(ask({}, 1_000)).toBeNull();
  });

  it('ranks importance as the contract lists it', () => {
    expect(IMPORTANCES.map((name) => IMPORTANCE_RANK[name])).toEqual([0, 1, 2, 3]);
    expect(ask({ minimumImportance: 'normal' })).toBeNull();
    expect(ask({ minimumImportance: 'high' })).toBe('below_importance');
  });

  it('holds back what is switched off or too soon', () => {
    expect(ask({ enabled: false })).toBe('event_disabled');
    expect(ask({ minimumGapMs: 500 }, 501)).toBe('minimum_gap');
    expect(ask({ minimumGapMs: 500 }, 500)).toBeNull();
    expect(ask({ minimumGapMs: 500 }, null)).toBeNull();
  });
});
