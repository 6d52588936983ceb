// Owns the JSON metadata of a cue, both ways: which keys there are, their types and ranges. Unknown
// keys are dropped; an absent key is silent; null is a wrong type. Refuses to read anything into a
// game id, and to know which event types are sold.
import type { MarkerContext } from '../../../../contract/marker';
import { good, type Result } from '../../lib/result';
import { readInstant } from './instant';

/** What a cue says about its moment; null and the empty list mean that it is silent. */
export interface Metadata {
  readonly eventType: string;
  readonly gameId: string | null;
  readonly teamId: string | null;
  /** '1' to '20', 'OT' or 'SO'. */
  readonly period: string | null;
  readonly playerIds: readonly string[];
  readonly timestampMs: number | null;
  readonly context: MarkerContext;
}

/** Why JSON is no metadata. */
export type MetadataFault = 'not_object' | 'type' | 'range';

type Read<T> = Result<T, { readonly reason: MetadataFault }>;

/** The flags by the names on the wire and in the marker. */
export const FLAGS = [
  ['is_overtime', 'isOvertime'],
  ['is_playoffs', 'isPlayoffs'],
  ['is_finals', 'isFinals'],
  ['star_player', 'starPlayer'],
  ['close_game', 'closeGame'],
  ['rivalry', 'rivalry'],
  ['late_period', 'latePeriod'],
] as const satisfies readonly (readonly [string, keyof MarkerContext])[];

const EVENT_TYPE_MOST = 64;
const GAME_ID_MOST = 128;
const ID_MOST = 64;
const PLAYERS_MOST = 64;
const PERIOD_MOST = 20;
const LONE_SURROGATE = /\p{Surrogate}/u;

const WRONG_TYPE = { ok: false, reason: 'type' } as const;
const OUT_OF_RANGE = { ok: false, reason: 'range' } as const;
const SILENT = good(null);

/** Reads a parsed JSON value as metadata. */
export function readMetadata(json: unknown): Read<Metadata> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, reason: 'not_object' };
  }
  const keys = json as Record<string, unknown>;
  const at = (key: string): unknown => (Object.hasOwn(keys, key) ? keys[key] : undefined);
  const eventType = readText(at('event_type'), 1, EVENT_TYPE_MOST);
  if (!eventType.ok) return eventType;
  const gameId = readOptional(at('game_id'), GAME_ID_MOST);
  if (!gameId.ok) return gameId;
  const teamId = readOptional(at('team_id'), ID_MOST);
  if (!teamId.ok) return teamId;
  const period = readPeriod(at('period'));
  if (!period.ok) return period;
  const playerIds = readPlayers(at('player_ids'));
  if (!playerIds.ok) return playerIds;
  const timestamp = at('timestamp');
  const timestampMs = timestamp === undefined ? SILENT : readInstant(timestamp);
  if (!timestampMs.ok) return timestampMs;
  const context = readFlags(at);
  if (context === null) return WRONG_TYPE;
  return good({
    eventType: eventType.value,
    gameId: gameId.value,
    teamId: teamId.value,
    period: period.value,
    playerIds: playerIds.value,
    timestampMs: timestampMs.value,
    context,
  });
}

function readText(value: unknown, least: number, most: number): Read<string> {
  if (typeof value !== 'string') return WRONG_TYPE;
  if (value.length < least || value.length > most) return OUT_OF_RANGE;
  return LONE_SURROGATE.test(value) ? OUT_OF_RANGE : good(value);
}

function readOptional(value: unknown, most: number): Read<string | null> {
  return value === undefined ? SILENT : readText(value, 0, most);
}

function readPeriod(value: unknown): Read<string | null> {
  if (value === undefined) return SILENT;
  if (value === 'OT' || value === 'SO') return good(value);
  const digits = typeof value === 'string' && /^[0-9]+$/.test(value);
  const number = digits ? Number(value) : value;
  if (typeof number !== 'number') return WRONG_TYPE;
  if (Number.isFinite(number) && !Number.isInteger(number)) return WRONG_TYPE;
  return number >= 1 && number <= PERIOD_MOST ? good(String(number)) : OUT_OF_RANGE;
}

function readPlayers(value: unknown): Read<readonly string[]> {
  if (value === undefined) return good([]);
  if (!Array.isArray(value)) return WRONG_TYPE;
  const players: string[] = [];
  for (const one of value as readonly unknown[]) {
    const player = readText(one, 0, ID_MOST);
    if (!player.ok) return player;
    players.push(player.value);
  }
  return players.length > PLAYERS_MOST ? OUT_OF_RANGE : good(players);
}

function readFlags(at: (key: string) => unknown): MarkerContext | null {
  const context: MarkerContext = {};
  for (const [key, name] of FLAGS) {
    const value = at(key);
    if (value === undefined) continue;
    if (typeof value !== 'boolean') return null;
    context[name] = value;
  }
  return context;
}
