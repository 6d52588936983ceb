// Owns what the last cues said of the game: teams, period, stakes, and when. Pure. Refuses to guess
// score, clock or home side, which no cue states, and to listen to a cue that was refused.
import type { Marker, MarkerContext } from '../../../../contract/marker';

/** The game as the last cues stated it. */
export interface StatedGame {
  readonly gameId: string | null;
  /** Newest first. */
  readonly teams: readonly string[];
  readonly period: string | null;
  readonly context: MarkerContext;
  /** When the last of them came, ISO 8601. */
  readonly at: string;
}

const HEARD: readonly Marker['status'][] = ['ACCEPTED', 'IGNORED'];
const TEAMS_MOST = 2;

/** The game of the newest cue that was heard; null before the first. `markers` newest first. */
export function statedGame(markers: readonly Marker[]): StatedGame | null {
  const heard = markers.filter(({ status, eventType }) => {
    return HEARD.includes(status) && eventType !== null;
  });
  const [newest] = heard;
  if (newest === undefined) return null;
  const own = heard.filter(({ gameId }) => gameId === newest.gameId);
  const teams = [...new Set(own.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
  return {
    gameId: newest.gameId,
    teams: teams.slice(0, TEAMS_MOST),
    period: own.find(({ period }) => period !== null)?.period ?? null,
    context: newest.context,
    at: newest.receivedAt,
  };
}

/** 13000 and 14000 basis points -> '1.82': the product of factors, cut to 3 digits. */
export function productText(bps: readonly number[]): string {
  let product = 1_000n;
  for (const factor of bps) product *= BigInt(factor);
  const scaled = product / 10_000n ** BigInt(bps.length);
  const text = String(scaled).padStart(4, '0');
  const minor = text.slice(-3).replace(/0$/u, '');
  return `${text.slice(0, -3)}.${minor}`;
}
