// Owns the proof that made-up games are games: one seed plays one game, times go forward, scores
// add up, the facts told before a play are those that held, and somebody wins.
import { describe, expect, it } from 'vitest';
import { diceOf } from '../../../../../src/main/core/games/made-up/dice';
import { hockeyGame, type Moment } from '../../../../../src/main/core/games/made-up/hockey-game';

const GOALS = ['goal', 'power_play_goal', 'short_handed_goal'];
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

function play(seed: number, isPlayoffs = false) {
  const moments: Moment[] = [];
  const game = hockeyGame(diceOf(seed), isPlayoffs);
  let step = game.next();
  for (; step.done !== true; step = game.next()) moments.push(step.value);
  return { moments, score: step.value };
}

const games = SEEDS.map((seed) => play(seed));
const count = (moments: readonly Moment[], types: readonly string[]): number =>
  moments.filter((moment) => types.includes(moment.eventType)).length;

describe('a made-up game', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(play(7)).toEqual(play(7));
    expect(play(7).moments).not.toEqual(play(8).moments);
  });

  it('goes forward in time and lasts about as long as a game does', () => {
    for (const { moments } of games) {
      const times = moments.map((moment) => moment.wallMs);
      expect(times).toEqual([...times].sort((one, two) => one - two));
      const hours = (times.at(-1) ?? 0) / 3_600_000;
      expect(hours).toBeGreaterThan(1.6);
      expect(hours).toBeLessThan(3.6);
    }
  });

  it('has a winner, and the score that its goals add up to', () => {
    for (const { moments, score } of games) {
      expect(score.home).not.toBe(score.away);
      const byShootout = moments.some((moment) => moment.period === 'SO');
      expect(count(moments, GOALS) + (byShootout ? 1 : 0)).toBe(score.home + score.away);
    }
  });

  it('tells the facts that held just before each play', () => {
    for (const { moments } of games) {
      let difference = 0;
      for (const moment of moments.filter((one) => one.eventType !== 'instant_replay')) {
        const third = ['3', 'OT', 'SO'].includes(moment.period);
        expect(moment.closeGame).toBe(third && Math.abs(difference) <= 1);
        expect(moment.isOvertime).toBe(moment.period === 'OT');
        const late = moment.period === '3' && moment.playedS >= 900;
        expect(moment.latePeriod).toBe(late || moment.period === 'OT');
        difference = moment.score.home - moment.score.away;
      }
    }
  });

  it('goes to overtime only when tied, and ends there with a goal', () => {
    const overtimes = games.filter(({ moments }) => moments.some((one) => one.period === 'OT'));
    expect(overtimes.length).toBeGreaterThan(30);
    for (const { moments } of overtimes) {
      const regulation = moments.filter((one) => Number(one.period) <= 3).at(-1);
      expect(regulation?.score.home).toBe(regulation?.score.away);
      const goals = moments.filter((one) => one.period === 'OT' && GOALS.includes(one.eventType));
      expect(goals.length).toBeLessThanOrEqual(1);
    }
  });

  it('has goals, saves, penalties, fights and breaks about as often as a season has', () => {
    const mean = (...types: string[]): number =>
      games.reduce((sum, { moments }) => sum + count(moments, types), 0) / games.length;
    expect(mean(...GOALS)).toBeGreaterThan(4.5);
    expect(mean(...GOALS)).toBeLessThan(7.5);
    expect(mean('power_play_goal')).toBeGreaterThan(0.5);
    expect(mean('short_handed_goal')).toBeGreaterThan(0.05);
    expect(mean('save')).toBeGreaterThan(3);
    expect(mean('penalty')).toBeGreaterThan(4);
    expect(mean('power_play')).toBeLessThanOrEqual(mean('penalty'));
    expect(mean('fight')).toBeGreaterThan(0.1);
    expect(mean('shootout_goal')).toBeGreaterThan(0.05);
    expect(mean('instant_replay')).toBeGreaterThan(2);
    expect(mean('commercial_break')).toBeGreaterThan(10);
  });

  it('is played on in the play-offs until somebody scores', () => {
    const playoffs = SEEDS.map((seed) => play(seed, true));
    const periods = new Set(playoffs.flatMap(({ moments }) => moments.map((one) => one.period)));
    expect(periods.has('5')).toBe(true);
    expect(periods.has('SO')).toBe(false);
    for (const { score } of playoffs) expect(score.home).not.toBe(score.away);
  });
});
