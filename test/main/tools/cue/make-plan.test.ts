// Owns the proof that a plan says what the order asks: one of each, a steady stream of distinct
// cues, a game at its speed.
import { describe, expect, it } from 'vitest';
import { DEFAULT_BOOK } from '../../../../src/main/core/pricing/default-book';
import { makePlan } from '../../../../src/main/tools/cue/make-plan';
import type { PlannedCue } from '../../../../src/main/tools/cue/plan';

const game = {
  home: 'NYR',
  away: 'BOS',
  gameId: null,
  speed: 1,
  isPlayoffs: true,
  rivalry: false,
};

const simulated = (speed: number, rivalry = false): PlannedCue[] => [
  ...makePlan({ kind: 'simulate', game: { ...game, speed, rivalry } }, 4),
];

describe('a plan', () => {
  it('is one cue for an event', () => {
    const input = { eventType: 'goal', teamId: 'NYR' };
    const plan = [...makePlan({ kind: 'event', input }, 1)];
    expect(plan).toEqual([{ atMs: 0, input, line: 'goal NYR' }]);
  });

  it('is one of every event type for a batch, with the facts that were typed', () => {
    const plan = [...makePlan({ kind: 'batch', input: { teamId: 'BOS', period: '2' } }, 9)];
    const types = plan.map((cue) => cue.input.eventType);
    expect(types.sort()).toEqual(Object.keys(DEFAULT_BOOK.events).sort());
    for (const { input } of plan) {
      expect(input).toMatchObject({ teamId: 'BOS', period: '2', gameId: 'batch-9' });
    }
  });

  it('is evenly spread and without copies for a stream', () => {
    const plan = [...makePlan({ kind: 'stress', durationS: 2, ratePerSecond: 1_000 }, 3)];
    expect(plan.length).toBe(2_000);
    expect(new Set(plan.map((cue) => cue.input.gameId)).size).toBe(2_000);
    for (const [at, cue] of plan.entries()) expect(cue.atMs).toBeCloseTo(at, 6);
    expect([...makePlan({ kind: 'stress', durationS: 0.1, ratePerSecond: 1 }, 3)].length).toBe(1);
  });

  it('is a game at its speed, told as a marker tells it', () => {
    const [slow, fast] = [simulated(1), simulated(60)];
    expect(fast).toHaveLength(slow.length);
    for (const [at, cue] of fast.entries()) {
      expect(cue.atMs * 60).toBeCloseTo(slow[at]?.atMs ?? -1, 3);
    }
    const goal = slow.find((cue) => cue.input.eventType === 'goal')?.input;
    expect(goal).toMatchObject({ gameId: 'nyr-bos-4', isPlayoffs: true });
    expect(goal?.teamId).toMatch(/^(?:NYR|BOS)$/u);
    expect(goal?.playerIds?.[0]).toMatch(new RegExp(`^${goal?.teamId?.toLowerCase()}-\\d+$`, 'u'));
    const pause = slow.find((cue) => cue.input.eventType === 'commercial_break')?.input;
    expect(pause).not.toHaveProperty('teamId');
    expect(slow[0]?.line).toMatch(/^P1 \d\d:\d\d {2}NYR \d BOS \d {2}\w+/u);
  });

  it('says rivalry only when it was typed', () => {
    expect(simulated(1)[0]?.input).not.toHaveProperty('rivalry');
    expect(simulated(1, true)[0]?.input).toMatchObject({ rivalry: true });
  });
});
