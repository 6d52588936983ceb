// Owns the making of a manual cue: what was asked becomes bytes and the reading they give. Refuses
// what cannot be sent, before anything is written: an event nobody sells, a pad with nothing to act
// on, metadata that does not fit.
import { fault, type Fault } from '../../../../contract/faults';
import { MANUAL_CUE_GAP_MS } from '../../../../contract/limits';
import type { BuiltCue, ManualCueInput } from '../../../../contract/marker';
import { MARKER_REASONS } from '../../../../contract/reasons';
import type { GoodReading } from '../../../core/codec/reading';
import { toHex } from '../../../core/lib/hex';
import { must } from '../../../core/lib/assert';
import { meaningOf } from '../../../core/marker/event-map';
import { padOrder, padUse } from '../../../core/marker/manual/pad-order';
import { padSection } from '../../../core/marker/manual/pad-section';
import { testCueBytes } from '../../../core/marker/manual/test-cue';
import { eventNamed, eventPriceOf } from '../../../core/pricing/floor';
import type { Answer } from '../../ports';
import type { Memory, Truck } from '../../truck/truck';
import { padSight } from './pad-sight';

/** Ids of manual cues lie in a range of their own, apart from any automation's. */
const MANUAL_ID_BASE = 0x7f00_0000;
const MANUAL_ID_SPAN = 0x0100_0000;

/** A manual cue, ready to be heard. */
export interface MadeCue {
  readonly bytes: Uint8Array;
  readonly reading: GoodReading;
}

function refused(thrown: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: thrown };
}

/** The id of the next new event; it stays the same until a cue has been fired. */
function freshId(truck: Truck, { manual }: Memory): number {
  manual.next ??= Number.parseInt(truck.ports.random(3), 16);
  return MANUAL_ID_BASE + (manual.next % MANUAL_ID_SPAN);
}

function padBytes(truck: Truck, memory: Memory, input: ManualCueInput): Answer<Uint8Array> {
  const pad = must(input.pad ?? null, 'a pad');
  const sight = padSight(truck, memory);
  const { off, eventId, markerId } = padUse(pad, sight);
  if (off !== null) return refused(fault('pad_off', off));
  const { target = { eventId, markerId } } = input;
  if (target.eventId !== eventId || target.markerId !== markerId) {
    return refused(fault('pad_changed', undefined, { eventId, markerId }));
  }
  const slotMs = eventPriceOf(memory.book.book, input.eventType ?? '')?.slotMs ?? 0;
  const order = padOrder({ pad, input, sight, freshId: freshId(truck, memory), slotMs });
  const encoded = padSection(order, truck.ports.text);
  if (encoded.ok) return encoded;
  return refused(fault('invalid_input', 'Team and game id are too long for a section.'));
}

function plainBytes(truck: Truck, memory: Memory, input: ManualCueInput): Uint8Array {
  const eventType = must(input.eventType ?? null, 'the contract asks for an event');
  const eventId = freshId(truck, memory);
  const { text, clock } = truck.ports;
  return testCueBytes({ input: { ...input, eventType }, eventId, text, nowMs: clock.wallMs() });
}

/** Makes the cue; writes nothing. */
export function cueMade(truck: Truck, memory: Memory, input: ManualCueInput): Answer<MadeCue> {
  const { eventType, pad } = input;
  if (eventType !== undefined && eventNamed(memory.book.book, eventType) === null) {
    return refused(fault('unknown_event_type'));
  }
  const made = pad === undefined ? null : padBytes(truck, memory, input);
  if (made?.ok === false) return made;
  const bytes = made?.value ?? plainBytes(truck, memory, input);
  const reading = must(truck.readings.read(bytes)[0], 'a manual cue can be read');
  if (reading.ok) return { ok: true, value: { bytes, reading } };
  const { reason, offset } = reading;
  return refused(fault('invalid_input', MARKER_REASONS[reason], { reason, offset }));
}

/** How long the next manual cue would be refused, in whole ms. */
export function manualWaitMs({ ports }: Truck, { manual }: Memory): number {
  const sinceMs = ports.clock.monoMs() - manual.lastMonoMs;
  return Math.max(0, Math.ceil(MANUAL_CUE_GAP_MS - sinceMs));
}

/** What a person looks for in the bytes. */
export function builtCue({ book: { book } }: Memory, { bytes, reading }: MadeCue): BuiltCue {
  const { section, form } = reading;
  const { eventId, segmentationType, durationMs } = meaningOf(reading, book);
  const known = must(section, 'a manual cue is a section');
  return {
    hex: toHex(bytes),
    form,
    command: known.command ?? '',
    segmentationType,
    eventId,
    durationMs,
    crc32: known.crc32,
  };
}
