// Owns how a made-up game is cued: each play becomes what an operator would type, and a line for
// the person watching. Refuses clocks; times count from the first face-off.
import type { TestCueInput } from '../../../../contract/marker';
import type { Dice } from './dice';
import { hockeyGame, type Moment } from './hockey-game';
import type { Side } from './ice';

/** Who plays, under which id, and what is at stake. */
export interface MadeUpGame {
  readonly home: string;
  readonly away: string;
  readonly gameId: string;
  readonly isPlayoffs: boolean;
  readonly rivalry: boolean;
}

/** A play's cue: when in real time since the first face-off, what, and the line about it. */
export interface GameCue {
  readonly wallMs: number;
  readonly input: TestCueInput;
  readonly line: string;
}

const PERIOD_S = 1_200;

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

function inputOf(moment: Moment, game: MadeUpGame): TestCueInput {
  const { eventType, side, period, player, isOvertime, latePeriod } = moment;
  const team = side === null ? null : game[side];
  return {
    eventType,
    gameId: game.gameId,
    period,
    isOvertime,
    latePeriod,
    isPlayoffs: game.isPlayoffs,
    starPlayer: moment.starPlayer,
    closeGame: moment.closeGame,
    ...(game.rivalry && { rivalry: true }),
    ...(team !== null && { teamId: team }),
    ...(team !== null && player !== null && { playerIds: [`${team}-${player}`.toLowerCase()] }),
  };
}

/** The cues of a whole game, in the order of their times. The same dice play the same game. */
export function* gameCues(game: MadeUpGame, dice: Dice): Generator<GameCue> {
  for (const moment of hockeyGame(dice, game.isPlayoffs)) {
    const { wallMs } = moment;
    yield { wallMs, input: inputOf(moment, game), line: lineOf(moment, game) };
  }
}
