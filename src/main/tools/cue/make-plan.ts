// Owns how an order becomes a plan: one cue, one of each, a whole game, or a steady stream. Refuses
// clocks: times in a plan count from its beginning.
import type { TestCueInput } from '../../../contract/marker';
import { DEFAULT_BOOK } from '../../core/pricing/default-book';
import { diceOf } from './dice';
import type { Action, GameOrder } from './flags';
import { hockeyGame, type Moment } from './game/hockey-game';
import type { Side } from './game/ice';
import type { Plan, PlannedCue } from './plan';

const BATCH_GAP_MS = 100;
const PERIOD_S = 1_200;
const EVENT_TYPES = Object.keys(DEFAULT_BOOK.events);

function* batch(facts: Omit<TestCueInput, 'eventType'>, seed: number): Generator<PlannedCue> {
  for (const [at, eventType] of EVENT_TYPES.entries()) {
    const input = { gameId: `batch-${seed}`, ...facts, eventType };
    yield { atMs: at * BATCH_GAP_MS, input, line: eventType };
  }
}

/** Every cue has a game id of its own, so that none is taken for a copy of another. */
function* stress(durationS: number, ratePerSecond: number, seed: number): Generator<PlannedCue> {
  const count = Math.max(1, Math.round(durationS * ratePerSecond));
  for (let at = 0; at < count; at += 1) {
    const eventType = EVENT_TYPES[at % EVENT_TYPES.length] ?? 'goal';
    const input = { eventType, gameId: `stress-${seed}-${at}`, teamId: 'NYR', period: 1 };
    yield { atMs: (at * 1_000) / ratePerSecond, input, line: null };
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A play as a line on the screen: where in the game, the score, what and who. */
function lineOf(moment: Moment, teams: Readonly<Record<Side, string>>): string {
  const leftS = Math.max(0, PERIOD_S - moment.playedS);
  const clock = `${two(Math.floor(leftS / 60))}:${two(leftS % 60)}`;
  const { home, away } = moment.score;
  const score = `${teams.home} ${home} ${teams.away} ${away}`;
  const who = moment.side === null ? '' : ` ${teams[moment.side]}`;
  const when = moment.period === 'SO' ? 'SO' : `P${moment.period} ${clock}`;
  return `${when}  ${score}  ${moment.eventType}${who}`;
}

function* simulate(order: GameOrder, seed: number): Generator<PlannedCue> {
  const teams = { home: order.home, away: order.away };
  const gameId = order.gameId ?? `${order.home}-${order.away}-${seed}`.toLowerCase();
  for (const moment of hockeyGame(diceOf(seed), order.isPlayoffs)) {
    const { eventType, side, period, player, isOvertime, latePeriod } = moment;
    const team = side === null ? null : teams[side];
    const input: TestCueInput = {
      eventType,
      gameId,
      period,
      isOvertime,
      latePeriod,
      isPlayoffs: order.isPlayoffs,
      starPlayer: moment.starPlayer,
      closeGame: moment.closeGame,
      ...(order.rivalry && { rivalry: true }),
      ...(team !== null && { teamId: team }),
      ...(team !== null && player !== null && { playerIds: [`${team}-${player}`.toLowerCase()] }),
    };
    yield { atMs: moment.wallMs / order.speed, input, line: lineOf(moment, teams) };
  }
}

/** The plan for an action; the same seed gives the same plan. */
export function makePlan(action: Action, seed: number): Plan {
  switch (action.kind) {
    case 'event': {
      const { eventType, teamId } = action.input;
      const line = teamId === undefined ? eventType : `${eventType} ${teamId}`;
      return [{ atMs: 0, input: action.input, line }];
    }
    case 'batch':
      return batch(action.input, seed);
    case 'stress':
      return stress(action.durationS, action.ratePerSecond, seed);
    case 'simulate':
      return simulate(action.game, seed);
  }
}
