// Owns what was heard last that a pad may follow: the break that is out, the slot that was started,
// and the last cue that opened a slot. Pure. Refuses copies: only first copies leave a trail.
import type { MarkerFacts } from '../marker-facts';

/** The last cues of each kind; null where there is none, or where it was ended or cancelled. */
export interface CueTrail {
  readonly splice: MarkerFacts | null;
  readonly segmentation: MarkerFacts | null;
  /** The last cue that opened a slot, whatever its form. */
  readonly opened: MarkerFacts | null;
}

/** Nothing heard yet. */
export const NO_TRAIL: CueTrail = { splice: null, segmentation: null, opened: null };

/** The trail after one more first copy, judged. */
export function trailed(trail: CueTrail, facts: MarkerFacts): CueTrail {
  const { identity, status } = facts;
  const opened = status === 'ACCEPTED' ? facts : trail.opened;
  if (identity?.kind !== 'section') return { ...trail, opened };
  const { what, direction, eventId } = identity;
  const kind = what === 'splice' ? 'splice' : 'segmentation';
  if (direction === 'out')
    return status === 'ACCEPTED' ? { ...trail, opened, [kind]: facts } : trail;
  if (direction === null || eventIdOf(trail[kind]) !== eventId) return trail;
  return { ...trail, [kind]: null };
}

/** The splice_event_id or segmentation_event_id of a marker; null where it names none. */
export function eventIdOf(facts: MarkerFacts | null): number | null {
  return facts?.identity?.kind === 'section' ? facts.identity.eventId : null;
}

/** The marker, while its slot lasts; null afterwards. `nowMs` is steady epoch. */
export function stillOn(facts: MarkerFacts | null, nowMs: number): MarkerFacts | null {
  if (facts?.identity?.kind !== 'section') return null;
  return nowMs <= facts.identity.slotEndsAtMs ? facts : null;
}
