// Owns when a message asks to be processed, on our own clock. The standard's epoch is 1980 with
// leap seconds counted; senders are known to write Unix or NTP seconds instead, so the epoch that
// lands nearest to the arrival is taken. Refuses VITC and GPI, since a truck engine sees neither,
// and a time that lies too far ahead to be meant.
// ANSI/SCTE 104 2023 12.4 and 12.5.
import type { Timestamp } from '../timestamp';

/** Seconds between each epoch and 1970: GPS with its leap seconds, Unix, NTP. */
const EPOCHS_S = [315_964_800 - 18, 0, -2_208_988_800] as const;
/** A time further away than this is in no epoch we know. */
const FAR_MS = 86_400_000;
/** No automation system asks for a cue longer before. */
const AHEAD_MOST_MS = 3_600_000;
/** What should have been processed longer ago is no cue any more. */
export const PAST_MOST_MS = 10_000;

/** Milliseconds from arrival to processing, below 0 where that is past; null where not told. */
export function processInMs(timestamp: Timestamp, receivedAtMs: number): number | null {
  if (timestamp.type === 'none') return 0;
  if (timestamp.type !== 'utc') return null;
  const { seconds, microseconds } = timestamp;
  const waits = EPOCHS_S.map(
    (epoch) => (seconds + epoch) * 1_000 + microseconds / 1_000 - receivedAtMs,
  );
  const nearest = waits.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
  return nearest < -FAR_MS || nearest > AHEAD_MOST_MS ? null : Math.round(nearest);
}
