// Owns one second of hockey: what may happen in it, as often as it does in a real season. Refuses
// the rules of periods and overtime; it knows only who is on the ice.
import type { Dice } from './dice';

export const SIDES = ['home', 'away'] as const;
export type Side = (typeof SIDES)[number];

/** How many skaters a side has lost, and until which second of the game. */
export interface Ice {
  readonly short: Record<Side, number[]>;
}

/** What happened, to whom, and how long the clock then stands. */
export interface Play {
  readonly eventType: string;
  readonly side: Side;
  readonly stopMs: number;
}

/** Chances in one second for one side, from counts in sixty minutes. */
const HOUR_S = 3_600;
const GOAL = 2.7 / HOUR_S;
const POWER_PLAY_GOAL = 6.8 / HOUR_S;
const SHORT_HANDED_GOAL = 0.9 / HOUR_S;
const SAVE = 2.2 / HOUR_S;
const PENALTY = 3.1 / HOUR_S;
const FIGHT = 0.12 / HOUR_S;

const MINOR_S = 120;
const GOAL_STOP_MS = 60_000;
const PENALTY_STOP_MS = 30_000;
const SAVE_STOP_MS = 15_000;
const FIGHT_STOP_MS = 120_000;

export const other = (side: Side): Side => (side === 'home' ? 'away' : 'home');

/** Full strength on both sides. */
export const freshIce = (): Ice => ({ short: { home: [], away: [] } });

/** Skaters a side has more than the other one. */
function advantage(ice: Ice, side: Side): number {
  return ice.short[other(side)].length - ice.short[side].length;
}

function goalOf(ice: Ice, side: Side): { eventType: string; chance: number } {
  const more = advantage(ice, side);
  if (more > 0) return { eventType: 'power_play_goal', chance: POWER_PLAY_GOAL };
  if (more < 0) return { eventType: 'short_handed_goal', chance: SHORT_HANDED_GOAL };
  return { eventType: 'goal', chance: GOAL };
}

function goal(ice: Ice, side: Side, eventType: string): Play[] {
  // A minor penalty ends with the goal that it cost.
  if (eventType === 'power_play_goal') ice.short[other(side)].shift();
  return [{ eventType, side, stopMs: GOAL_STOP_MS }];
}

function penalty(ice: Ice, side: Side, atS: number): Play[] {
  ice.short[side].push(atS + MINOR_S);
  const against: Play = { eventType: 'penalty', side, stopMs: PENALTY_STOP_MS };
  if (advantage(ice, other(side)) <= 0) return [against];
  return [against, { eventType: 'power_play', side: other(side), stopMs: 0 }];
}

/** Plays of one second of the game for one side; `openness` multiplies the chance of a goal. */
export function secondOf(ice: Ice, side: Side, at: { atS: number; openness: number; dice: Dice }) {
  const { atS, openness, dice } = at;
  ice.short[side] = ice.short[side].filter((endS) => endS > atS);
  const scoring = goalOf(ice, side);
  if (dice.happens(scoring.chance * openness)) return goal(ice, side, scoring.eventType);
  if (dice.happens(SAVE)) return [{ eventType: 'save', side, stopMs: SAVE_STOP_MS }];
  if (ice.short[side].length < 2 && dice.happens(PENALTY)) return penalty(ice, side, atS);
  // Both fighters go: nobody is short for it.
  if (dice.happens(FIGHT)) return [{ eventType: 'fight', side, stopMs: FIGHT_STOP_MS }];
  return [];
}
