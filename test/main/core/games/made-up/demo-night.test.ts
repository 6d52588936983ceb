// Holds the demo's night to its promise: the same for a seed, lively, never at an end, every cue
// one that the engine can price, and no real team in it.
import { describe, expect, it } from 'vitest';
import {
  DEMO_TEAMS,
  demoNight,
  type DemoCue,
} from '../../../../../src/main/core/games/made-up/demo-night';
import { CUE_MAKES } from '../../../../../src/main/core/marker/make-cue';
import { DEFAULT_BOOK } from '../../../../../src/main/core/pricing/default-book';

const CUES = 2_000;

function first(seed: number, count = CUES): DemoCue[] {
  const cues: DemoCue[] = [];
  for (const cue of demoNight(seed)) if (cues.push(cue) === count) break;
  return cues;
}

const night = first(11);

describe('the night of a demo', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(first(11)).toEqual(night);
    expect(first(12, 20)).not.toEqual(night.slice(0, 20));
  });

  it('goes on from game to game, each with an id of its own and two teams', () => {
    const games = new Map<string, Set<string>>();
    for (const { input } of night) {
      const teams = games.get(input.gameId ?? '') ?? new Set();
      games.set(input.gameId ?? '', teams);
      if (input.teamId !== undefined) teams.add(input.teamId);
    }
    expect(games.size).toBeGreaterThan(20);
    for (const [gameId, teams] of [...games].slice(0, -1)) {
      expect(gameId).toMatch(/^demo-\w{4}-\w{4}-11-\d+$/u);
      expect(teams.size).toBe(2);
      for (const team of teams) expect(DEMO_TEAMS).toContain(team);
    }
  });

  it('begins within a second, never pauses long and lets people read', () => {
    expect(night[0]?.afterMs).toBe(1_000);
    const waits = night.map(({ afterMs }) => afterMs);
    expect(Math.min(...waits)).toBe(0);
    expect(Math.max(...waits)).toBe(6_000);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(mean).toBeGreaterThan(1_500);
    expect(mean).toBeLessThan(4_500);
  });

  it('says only what the book can price, in every form, each with a fresh event id', () => {
    const { events, aliases } = DEFAULT_BOOK;
    for (const { input, durationMs } of night) {
      expect(events).toHaveProperty(aliases[input.eventType] ?? input.eventType);
      expect(durationMs).toBe(input.eventType === 'commercial_break' ? 30_000 : null);
    }
    expect(new Set(night.map(({ form }) => form))).toEqual(new Set(CUE_MAKES));
    expect(new Set(night.map(({ eventId }) => eventId)).size).toBe(CUES);
    const sections = night.filter(({ form }) => form === 'scte35').length;
    expect(sections / CUES).toBeGreaterThan(0.7);
  });
});
