// Owns a whole made-up game of hockey: periods, breaks, overtime and shoot-out, as a list of plays
// with the facts that held just before each. The same seed plays the same game.
import type { Dice } from './dice';
import { freshIce, secondOf, SIDES, type Ice, type Play, type Side } from './ice';

export type Score = Readonly<Record<Side, number>>;

/** A play in its place. `wallMs` is real time since the first face-off, stoppages included. */
export interface Moment {
  readonly wallMs: number;
  readonly eventType: string;
  readonly side: Side | null;
  /** '1' to '3', 'OT', '5' and so on in play-offs, 'SO'. */
  readonly period: string;
  /** Seconds played in the period. */
  readonly playedS: number;
  /** The number on the back; null where nobody did it. */
  readonly player: number | null;
  readonly starPlayer: boolean;
  readonly closeGame: boolean;
  readonly latePeriod: boolean;
  readonly isOvertime: boolean;
  /** The score after it; goals of a shoot-out count only once it is over. */
  readonly score: Score;
}

const REGULATION = 3;
const PERIOD_S = 1_200;
const SHORT_OVERTIME_S = 300;
const LATE_S = 300;
const BREAK_MARKS_S = new Set([360, 600, 840]);
const BREAK_MS = 120_000;
const INTERMISSION_MS = 1_080_000;
const REPLAY_AFTER_MS = 12_000;
const ATTEMPT_MS = 30_000;
const SHOOTOUT_ROUNDS = 3;
const SHOOTOUT_CHANCE = 0.33;
const THREE_ON_THREE = 2.4;
const ROSTER = 18;
const STARS = 3;
const GOALS = new Set(['goal', 'power_play_goal', 'short_handed_goal']);
const REPLAYED = { goal: 0.6, save: 0.25 };

interface Game {
  readonly dice: Dice;
  readonly ice: Ice;
  score: Score;
  period: number;
  wallMs: number;
}

const nameOf = (period: number): string => (period === REGULATION + 1 ? 'OT' : String(period));
const isTied = ({ score }: Game): boolean => score.home === score.away;

/** What holds at this second, before anything happens in it. */
function factsOf(game: Game, playedS: number) {
  const { score, period } = game;
  const isOvertime = period > REGULATION;
  const endsRegulation = period === REGULATION && playedS >= PERIOD_S - LATE_S;
  return {
    wallMs: game.wallMs,
    period: nameOf(period),
    playedS,
    isOvertime,
    latePeriod: isOvertime || endsRegulation,
    closeGame: period >= REGULATION && Math.abs(score.home - score.away) <= 1,
  };
}

/** A play, and at times its replay in the stoppage after it. */
function* told(game: Game, play: Play, playedS: number): Generator<Moment> {
  const { eventType, side } = play;
  const facts = factsOf(game, playedS);
  const isGoal = GOALS.has(eventType);
  if (isGoal) game.score = { ...game.score, [side]: game.score[side] + 1 };
  const player = game.dice.between(1, ROSTER);
  const first = { ...facts, eventType, side, player, starPlayer: player <= STARS };
  yield { ...first, score: game.score };
  const replays = isGoal ? REPLAYED.goal : eventType === 'save' ? REPLAYED.save : 0;
  if (game.dice.happens(replays)) {
    const wallMs = game.wallMs + REPLAY_AFTER_MS;
    yield { ...first, wallMs, eventType: 'instant_replay', score: game.score };
  }
  game.wallMs += play.stopMs;
}

/** One period; in overtime it ends with the first goal. */
function* period(game: Game, seconds: number, openness: number): Generator<Moment> {
  const before = (game.period - 1) * PERIOD_S;
  for (let playedS = 1; playedS <= seconds; playedS += 1) {
    game.wallMs += 1_000;
    for (const side of SIDES) {
      const at = { atS: before + playedS, openness, dice: game.dice };
      for (const play of secondOf(game.ice, side, at)) yield* told(game, play, playedS);
      if (game.period > REGULATION && !isTied(game)) return;
    }
    if (BREAK_MARKS_S.has(playedS)) yield* broken(game, playedS, BREAK_MS);
  }
}

/** A break in which nothing is played. */
function* broken(game: Game, playedS: number, lengthMs: number): Generator<Moment> {
  const facts = factsOf(game, playedS);
  const nobody = { side: null, player: null, starPlayer: false };
  yield { ...facts, ...nobody, eventType: 'commercial_break', score: game.score };
  game.wallMs += lengthMs;
}

/** Three rounds, then one at a time until they differ. The winner gets one goal in the score. */
function* shootOut(game: Game): Generator<Moment> {
  const made = { home: 0, away: 0 };
  for (let round = 1; round <= SHOOTOUT_ROUNDS || made.home === made.away; round += 1) {
    for (const side of SIDES) {
      game.wallMs += ATTEMPT_MS;
      if (!game.dice.happens(SHOOTOUT_CHANCE)) continue;
      made[side] += 1;
      const player = game.dice.between(1, ROSTER);
      const shot = { eventType: 'shootout_goal', side, player, starPlayer: player <= STARS };
      const facts = { ...factsOf(game, 0), isOvertime: false, latePeriod: false, period: 'SO' };
      yield { ...facts, ...shot, score: game.score };
    }
  }
  const winner: Side = made.home > made.away ? 'home' : 'away';
  game.score = { ...game.score, [winner]: game.score[winner] + 1 };
}

/** A game from its first face-off to its end. */
export function* hockeyGame(dice: Dice, isPlayoffs: boolean): Generator<Moment, Score> {
  const score = { home: 0, away: 0 };
  const game: Game = { dice, ice: freshIce(), score, period: 1, wallMs: 0 };
  for (; game.period <= REGULATION; game.period += 1) {
    yield* period(game, PERIOD_S, 1);
    if (game.period < REGULATION || isTied(game)) yield* broken(game, PERIOD_S, INTERMISSION_MS);
  }
  while (isPlayoffs && isTied(game)) {
    yield* period(game, PERIOD_S, 1);
    if (isTied(game)) yield* broken(game, PERIOD_S, INTERMISSION_MS);
    game.period += 1;
  }
  if (isTied(game)) yield* period(game, SHORT_OVERTIME_S, THREE_ON_THREE);
  if (isTied(game)) yield* shootOut(game);
  return game.score;
}
