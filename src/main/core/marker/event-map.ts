// Owns what a cue means: an event that offers a slot, a cancel, or nothing to act on, with its
// reason. Cancels and ends are decided by the section; then metadata's event_type wins over the
// type map. Refuses to ask whether the event is enabled or worth it: that is pricing's.
import type { PriceBook } from '../../../contract/price-book';
import type { MarkerReason } from '../../../contract/reasons';
import type { GoodReading } from '../codec/reading';
import type { SpliceInfoSection } from '../codec/scte35/section';
import { TICKS_PER_MS } from '../codec/scte35/splice-time';
import { PROVIDER_OVERLAY } from './segmentation-types';
import { subjectOf, type Subject } from './subject';

/** What every meaning tells beside its kind. */
interface Told {
  /** splice_event_id or segmentation_event_id; null for cues without one. */
  readonly eventId: number | null;
  /** Whose id it is: the two kinds are numbered apart. */
  readonly eventKind: 'splice' | 'segmentation' | null;
  readonly segmentationType: number | null;
  /** break_duration or segmentation_duration; null where not told, or 0. */
  readonly durationMs: number | null;
  /** True where no_regional_blackout_flag is 0 in what the marker is about. */
  readonly regionalBlackout: boolean;
}

/** What a cue means. An end or an IN is ignored with `ends_slot`; its event id tells which slot. */
export type Meaning = Told &
  (
    | { readonly kind: 'event'; readonly eventType: string }
    | { readonly kind: 'cancel'; readonly eventId: number }
    | { readonly kind: 'ignored'; readonly reason: MarkerReason }
  );

/** What of a price book says what cues mean. */
type EventBook = Pick<PriceBook, 'aliases' | 'events' | 'segmentationTypes'>;

/** What a readable cue means under a price book. */
export function meaningOf(reading: GoodReading, book: EventBook): Meaning {
  const { section, metadata } = reading;
  const subject = subjectOf(section, metadata !== null);
  const told = toldBy(subject, section);
  const passed = section && passedOver(section);
  if (passed) return { ...told, kind: 'ignored', reason: passed };
  if (subject?.role === 'cancels') return { ...told, kind: 'cancel', eventId: subject.eventId };
  if (subject?.role === 'ends') return { ...told, kind: 'ignored', reason: 'ends_slot' };
  if (metadata !== null) {
    const eventType = eventNamed(book, metadata.eventType);
    if (eventType !== null) return { ...told, kind: 'event', eventType };
    return { ...told, kind: 'ignored', reason: 'unknown_event_type' };
  }
  const own = subject === null ? undefined : ownMeaning(subject, book);
  if (own === null) return { ...told, kind: 'ignored', reason: 'no_trigger' };
  if (own !== undefined) return { ...told, kind: 'event', eventType: own };
  if (subject?.role === 'foreign') return { ...told, kind: 'ignored', reason: 'not_our_inventory' };
  if (subject?.role !== 'opens') return { ...told, kind: 'ignored', reason: 'no_trigger' };
  return { ...told, kind: 'event', eventType: typeMapped(subject) };
}

/** What the show's own map says of a start: an event, none (null), or nothing (undefined). */
function ownMeaning({ segmentationType }: Subject, book: EventBook): string | null | undefined {
  if (segmentationType === null) return undefined;
  const type = `0x${segmentationType.toString(16).padStart(2, '0')}`;
  const own = book.segmentationTypes?.[type];
  return typeof own === 'string' ? eventNamed(book, own) : own;
}

/** The book's own name for an event: itself, or what it is an alias of; null where unknown. */
function eventNamed(book: Pick<PriceBook, 'aliases' | 'events'>, name: string): string | null {
  if (Object.hasOwn(book.events, name)) return name;
  const meant = Object.hasOwn(book.aliases, name) ? book.aliases[name] : undefined;
  return meant !== undefined && Object.hasOwn(book.events, meant) ? meant : null;
}

/** Sections that the standard asks to pass over, whatever they seem to say. */
function passedOver(section: SpliceInfoSection): MarkerReason | null {
  if (section.protocol_version_unsupported) return 'protocol_version';
  return section.encrypted ? 'encrypted' : null;
}

function typeMapped(subject: Subject): string {
  return subject.segmentationType === PROVIDER_OVERLAY ? 'instant_replay' : 'commercial_break';
}

function toldBy(subject: Subject | null, section: SpliceInfoSection | null): Told {
  const ticks = subject?.durationTicks ?? 0;
  return {
    eventId: subject?.eventId ?? null,
    eventKind: subject?.kind ?? null,
    segmentationType: subject?.segmentationType ?? null,
    durationMs: ticks === 0 ? null : Math.round(ticks / TICKS_PER_MS),
    regionalBlackout: section !== null && asksBlackout(section),
  };
}

function asksBlackout(section: SpliceInfoSection): boolean {
  return section.descriptors.some(
    (one) => one.kind === 'segmentation' && !one.cancel && one.no_regional_blackout === false,
  );
}
