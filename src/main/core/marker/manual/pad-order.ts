// Owns what each pad would send: a fresh event, or the end, the cancel or the repeat of one that
// was heard. Pure. Refuses a pad that has nothing to act on, in words.
import type { ManualCueInput, ManualPad } from '../../../../contract/marker';
import type { GoodReading } from '../../codec/reading';
import type { Metadata } from '../../codec/metadata/metadata';
import { TICKS_PER_MS } from '../../codec/scte35/splice-time';
import { must } from '../../lib/assert';
import type { MarkerFacts } from '../marker-facts';
import { isEnd } from '../segmentation-types';
import { subjectOf } from '../subject';
import { stillOn, type CueTrail } from './cue-trail';
import type { PadOrder } from './pad-section';
import { metadataOf } from './test-cue';

/** An auction a cancel would drop, by the event of its cue. */
export interface Cancellable {
  readonly auctionId: string;
  readonly markerId: string;
  readonly eventId: number;
  readonly eventKind: 'splice' | 'segmentation';
}

/** What a pad looks at. `nowMs` is steady epoch. */
export interface PadSight {
  readonly trail: CueTrail;
  readonly nowMs: number;
  /** The newest auction that is open or waiting and whose cue names an event. */
  readonly cancels: Cancellable | null;
  /** Reads a marker's own bytes again. */
  readonly read: (facts: MarkerFacts) => GoodReading | null;
}

/** What a pad follows from: nothing (it makes an event of its own), or a cue that was heard. */
export interface PadUse {
  /** Why it cannot act, null where it can. */
  readonly off: string | null;
  readonly eventId: number | null;
  /** The cue it ends, repeats, or whose auction it cancels. */
  readonly markerId: string | null;
  readonly from: MarkerFacts | null;
}

/** Nothing that was heard before. */
const ALONE: PadUse = { off: null, eventId: null, markerId: null, from: null };

const PLACEMENT_START = 0x34;
const OUT_MS: Readonly<Partial<Record<ManualPad, number>>> = {
  'out-30': 30_000,
  'out-60': 60_000,
  'out-120': 120_000,
};

function ending(from: MarkerFacts | null, off: string): PadUse {
  if (from?.identity?.kind !== 'section') return { ...ALONE, off };
  return { off: null, eventId: from.identity.eventId, markerId: from.id, from };
}

/** What a pad could do now. */
export function padUse(pad: ManualPad, { trail, nowMs, cancels }: PadSight): PadUse {
  switch (pad) {
    case 'in':
      return ending(stillOn(trail.splice, nowMs), 'No break is out.');
    case 'slot-end':
      return ending(endable(stillOn(trail.segmentation, nowMs)), 'No slot has been started.');
    case 'cancel':
      if (cancels === null) return { ...ALONE, off: 'Nothing is on sale or waiting.' };
      return { ...ALONE, eventId: cancels.eventId, markerId: cancels.markerId };
    case 'replay':
      if (trail.opened === null) return { ...ALONE, off: 'No cue has opened a slot yet.' };
      return { ...ALONE, markerId: trail.opened.id, from: trail.opened };
    default:
      return ALONE;
  }
}

function startType(facts: MarkerFacts): number {
  const { identity } = facts;
  return identity?.kind === 'section' ? Number(identity.what.split(':')[1]) : 0;
}

function endable(facts: MarkerFacts | null): MarkerFacts | null {
  return facts !== null && isEnd(startType(facts) + 1) ? facts : null;
}

/** Everything a pad's order is made of; `slotMs` is the event's own length in the price book. */
export interface PadParts {
  readonly pad: ManualPad;
  readonly input: ManualCueInput;
  readonly sight: PadSight;
  /** The id of a new event. */
  readonly freshId: number;
  readonly slotMs: number;
}

/** The order of a pad that is not off. */
export function padOrder({ pad, input, sight, freshId, slotMs }: PadParts): PadOrder {
  const { trail, cancels } = sight;
  const outMs = OUT_MS[pad];
  const eventId = freshId;
  if (outMs !== undefined) {
    return { kind: 'out', eventId, durationMs: outMs, metadata: told(stated(input)) };
  }
  if (pad === 'replay') return repeated(must(trail.opened, 'something to repeat'), sight, eventId);
  if (pad === 'cancel') {
    const { eventId: cancelled, eventKind } = must(cancels, 'something to cancel');
    return { kind: 'cancel', eventId: cancelled, eventKind };
  }
  if (pad === 'in') {
    const { identity } = must(trail.splice, 'a break that is out');
    const known = must(identity?.kind === 'section' ? identity : null, 'a break has an event id');
    return { kind: 'in', eventId: known.eventId, programId: known.programId ?? 0 };
  }
  const nothing = { durationMs: null, metadata: null };
  if (pad === 'slot-end') {
    const from = must(trail.segmentation, 'a slot that was started');
    const ended = must(padUse(pad, sight).eventId, 'a started slot has an event id');
    return { kind: 'end', eventId: ended, segmentationType: startType(from) + 1, ...nothing };
  }
  const metadata = stated(input);
  const segmentationType = PLACEMENT_START;
  return { kind: 'start', eventId, segmentationType, durationMs: slotMs, metadata };
}

function stated(input: ManualCueInput): Metadata {
  return metadataOf({ ...input, eventType: must(input.eventType ?? null, 'an event') }, null);
}

/** A splice_insert out means a commercial break already; only what goes beyond that is said. */
function told(metadata: Metadata): Metadata | null {
  const { eventType, gameId, teamId, period, playerIds, context } = metadata;
  const silent = gameId === null && teamId === null && period === null && playerIds.length === 0;
  const plain = silent && Object.keys(context).length === 0;
  return plain && eventType === 'commercial_break' ? null : metadata;
}

function repeated(facts: MarkerFacts, { read }: PadSight, eventId: number): PadOrder {
  const { section, metadata: said } = must(read(facts), 'what was accepted can be read again');
  const metadata = said === null ? null : { ...said, timestampMs: null };
  const subject = subjectOf(section, said !== null);
  const ticks = subject?.durationTicks ?? 0;
  const durationMs = ticks === 0 ? null : Math.round(ticks / TICKS_PER_MS);
  if (subject?.kind === 'splice') return { kind: 'out', eventId, durationMs, metadata };
  const segmentationType = subject?.segmentationType ?? PLACEMENT_START;
  return { kind: 'start', eventId, segmentationType, durationMs, metadata };
}
