// Owns how an order becomes a plan: one cue, one of each, a whole game, or a steady stream. Refuses
// clocks: times in a plan count from its beginning.
import type { TestCueInput } from '../../../contract/marker';
import { diceOf } from '../../core/games/made-up/dice';
import { gameCues } from '../../core/games/made-up/game-cues';
import { DEFAULT_BOOK } from '../../core/pricing/default-book';
import type { Action, GameOrder } from './flags';
import type { Plan, PlannedCue } from './plan';

const BATCH_GAP_MS = 100;
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

function* simulate(order: GameOrder, seed: number): Generator<PlannedCue> {
  const gameId = order.gameId ?? `${order.home}-${order.away}-${seed}`.toLowerCase();
  for (const { wallMs, input, line } of gameCues({ ...order, gameId }, diceOf(seed))) {
    yield { atMs: wallMs / order.speed, input, line };
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
