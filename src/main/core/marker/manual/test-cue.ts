// Owns the manual cue of bare metadata: what a person typed becomes the bytes an encoder would
// send, so that it goes the way every cue goes.
import type { MarkerContext, TestCueInput } from '../../../../contract/marker';
import { FLAGS, type Metadata } from '../../codec/metadata/metadata';
import type { ByteText } from '../../lib/bytes';
import { makeCue } from '../make-cue';
/** A manual cue: what was asked, a fresh event id (32 bit) and the time it is sent (epoch). */
export interface ManualCue {
  readonly input: TestCueInput;
  readonly eventId: number;
  readonly text: ByteText;
  readonly nowMs: number;
}

/** A section with a fresh event id, followed by the metadata as JSON with its timestamp. */
export function testCueBytes({ input, eventId, text, nowMs }: ManualCue): Uint8Array {
  return makeCue('scte35', { metadata: metadataOf(input, nowMs), eventId }, text);
}

/** What was typed as the metadata of a cue. Ranges are checked when the cue is read. */
export function metadataOf(input: TestCueInput, timestampMs: number | null): Metadata {
  const context: MarkerContext = {};
  for (const [, name] of FLAGS) {
    const flag = input[name];
    if (flag !== undefined) context[name] = flag;
  }
  return {
    eventType: input.eventType,
    gameId: input.gameId ?? null,
    teamId: input.teamId ?? null,
    period: input.period === undefined ? null : String(input.period),
    playerIds: input.playerIds ?? [],
    timestampMs,
    context,
  };
}
