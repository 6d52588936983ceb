// Owns the JSON metadata of a cue, both ways: which keys there are, their types and ranges. Unknown
// keys are dropped; an absent key is silent; null is a wrong type. Refuses to read anything into a
// game id, and to know which event types are sold.
import type { MarkerContext } from '../../../../contract/marker';
import { good } from '../../lib/result';
import { readOptional, readPeriod, readPlayers, readText, SILENT, type Read } from './fields';
import { readInstant } from './instant';

export type { MetadataFault } from './fields';

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

const GAME_ID_MOST = 128;
/** Characters of an event type or team. */
const ID_MOST = 64;

/** Reads a parsed JSON value as metadata. */
export function readMetadata(json: unknown): Read<Metadata> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, reason: 'not_object' };
  }
  const keys = json as Record<string, unknown>;
  const at = (key: string): unknown => (Object.hasOwn(keys, key) ? keys[key] : undefined);
  const eventType = readText(at('event_type'), 1, ID_MOST);
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
  if (context === null) return { ok: false, reason: 'type' };
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
