// Owns writing of a cue's metadata as JSON with the keys of the wire. What is silent is left out,
// so that what is read back says neither more nor less.
import { FLAGS, type Metadata } from './metadata';

/** The metadata as an object with the keys of the wire; the timestamp in epoch milliseconds. */
export function metadataObject(metadata: Metadata): Record<string, unknown> {
  const { gameId, teamId, period, playerIds, timestampMs, context } = metadata;
  const object: Record<string, unknown> = { event_type: metadata.eventType };
  if (gameId !== null) object['game_id'] = gameId;
  if (period !== null) object['period'] = /^\d+$/.test(period) ? Number(period) : period;
  if (teamId !== null) object['team_id'] = teamId;
  if (playerIds.length > 0) object['player_ids'] = playerIds;
  for (const [key, name] of FLAGS) {
    if (context[name] !== undefined) object[key] = context[name];
  }
  if (timestampMs !== null) object['timestamp'] = timestampMs;
  return object;
}

/** The metadata as JSON text. */
export function metadataJson(metadata: Metadata): string {
  return JSON.stringify(metadataObject(metadata));
}
