// Owns the single values of a cue's metadata: texts, the period, the players, with their types and
// ranges. A wrong type is `type`, a value nobody could mean is `range`; an absent one is silent.
import { good, type Result } from '../../lib/result';

/** Why JSON is no metadata. */
export type MetadataFault = 'not_object' | 'type' | 'range';

/** A value, or why it is none. */
export type Read<T> = Result<T, { readonly reason: MetadataFault }>;

/** Characters of a player's id, and players. */
const PLAYER_MOST = 64;
const PLAYERS_MOST = 64;
const PERIOD_MOST = 20;
/** Half a character: it cannot be stored as UTF-8 and read back. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const WRONG_TYPE = { ok: false, reason: 'type' } as const;
const OUT_OF_RANGE = { ok: false, reason: 'range' } as const;
/** The reading of an absent key. */
export const SILENT = good(null);

/** Text of `least` to `most` UTF-16 units. */
export function readText(value: unknown, least: number, most: number): Read<string> {
  if (typeof value !== 'string') return WRONG_TYPE;
  if (value.length < least || value.length > most) return OUT_OF_RANGE;
  return LONE_SURROGATE.test(value) ? OUT_OF_RANGE : good(value);
}

/** Text of at most `most` UTF-16 units, or nothing. */
export function readOptional(value: unknown, most: number): Read<string | null> {
  return value === undefined ? SILENT : readText(value, 0, most);
}

/** 1 to 20 as integer or digits, OT or SO; given as text without leading zeros. */
export function readPeriod(value: unknown): Read<string | null> {
  if (value === undefined) return SILENT;
  if (value === 'OT' || value === 'SO') return good(value);
  const digits = typeof value === 'string' && /^[0-9]+$/.test(value);
  const number = digits ? Number(value) : value;
  if (typeof number !== 'number') return WRONG_TYPE;
  if (Number.isFinite(number) && !Number.isInteger(number)) return WRONG_TYPE;
  return number >= 1 && number <= PERIOD_MOST ? good(String(number)) : OUT_OF_RANGE;
}

/** A list of player ids; empty where absent. */
export function readPlayers(value: unknown): Read<readonly string[]> {
  if (value === undefined) return good([]);
  if (!Array.isArray(value)) return WRONG_TYPE;
  const players: string[] = [];
  for (const one of value as readonly unknown[]) {
    const player = readText(one, 0, PLAYER_MOST);
    if (!player.ok) return player;
    players.push(player.value);
  }
  return players.length > PLAYERS_MOST ? OUT_OF_RANGE : good(players);
}
