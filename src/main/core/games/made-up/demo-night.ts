// Owns what a demo plays: one made-up game after another between invented teams, as cues with the
// waits between them. Refuses clocks and sockets. The same seed plays the same night.
import type { TestCueInput } from '../../../../contract/marker';
import { CUE_MAKES, type CueMake } from '../../marker/make-cue';
import { diceOf, type Dice } from './dice';
import { gameCues, type MadeUpGame } from './game-cues';

/** A cue of the demo. */
export interface DemoCue {
  /** How long to wait after the cue before it. */
  readonly afterMs: number;
  readonly input: TestCueInput;
  readonly form: CueMake;
  readonly eventId: number;
  /** The length a cue of a break names; null where it names none. */
  readonly durationMs: number | null;
}

/** Invented, and unlike the letters of any club. */
export const DEMO_TEAMS = ['BAYH', 'CEDR', 'DUNE', 'FJRD', 'GLEN', 'KELP', 'MESA', 'PINE'] as const;

/** A game of two and a half hours in about three minutes: a cue every few seconds. */
const SPEED = 60;
const FIRST_AFTER_MS = 1_000;
/** Nobody watches an intermission. */
const WAIT_MOST_MS = 6_000;
const BREAK_MS = 30_000;
const PLAYOFF_CHANCE = 0.25;
const RIVALRY_CHANCE = 0.25;
/** Most encoders send sections with metadata; the other forms are to be seen too. */
const SECTION_CHANCE = 0.7;
const TWO_TO_32 = 2 ** 32;

function gameOf(dice: Dice, name: string): MadeUpGame {
  const last = DEMO_TEAMS.length - 1;
  const at = dice.between(0, last);
  const other = (at + dice.between(1, last)) % DEMO_TEAMS.length;
  const home = DEMO_TEAMS[at] ?? DEMO_TEAMS[0];
  const away = DEMO_TEAMS[other] ?? DEMO_TEAMS[1];
  const gameId = `demo-${home}-${away}-${name}`.toLowerCase();
  const isPlayoffs = dice.happens(PLAYOFF_CHANCE);
  return { home, away, gameId, isPlayoffs, rivalry: dice.happens(RIVALRY_CHANCE) };
}

function formOf(dice: Dice): CueMake {
  if (dice.happens(SECTION_CHANCE)) return 'scte35';
  return CUE_MAKES[dice.between(0, CUE_MAKES.length - 1)] ?? 'scte35';
}

/** The cues of a demo; it never ends. */
export function* demoNight(seed: number): Generator<DemoCue, never> {
  const dice = diceOf(seed);
  let eventId = dice.between(0, TWO_TO_32 - 1);
  let afterMs = FIRST_AFTER_MS;
  for (let played = 1; ; played += 1) {
    const game = gameOf(dice, `${seed}-${played}`);
    let lastMs: number | null = null;
    for (const { wallMs, input } of gameCues(game, dice)) {
      if (lastMs !== null) afterMs = Math.min(WAIT_MOST_MS, (wallMs - lastMs) / SPEED);
      lastMs = wallMs;
      eventId = (eventId + 1) % TWO_TO_32;
      const durationMs = input.eventType === 'commercial_break' ? BREAK_MS : null;
      yield { afterMs, input, form: formOf(dice), eventId, durationMs };
    }
    afterMs = WAIT_MOST_MS;
  }
}
