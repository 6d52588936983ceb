// Owns finding the event id of a cue in its decoded section, to show it in hex and decimal
// together. Pure. Refuses to invent one: JSON cues and heartbeats have none.
import type { Marker } from '../../../contract/marker';

function numberAt(record: unknown, key: string): number | null {
  if (typeof record !== 'object' || record === null) return null;
  const value: unknown = (record as Record<string, unknown>)[key];
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

function firstDescriptor(section: Record<string, unknown>): unknown {
  const list = section['descriptors'];
  if (!Array.isArray(list)) return null;
  return list.find((descriptor) => numberAt(descriptor, 'event_id') !== null) ?? null;
}

/** The splice_event_id, else the first segmentation_event_id; null where there is none. */
export function eventIdOf(marker: Pick<Marker, 'scte35'>): number | null {
  const section = marker.scte35;
  if (section === undefined) return null;
  return numberAt(section['cmd'], 'event_id') ?? numberAt(firstDescriptor(section), 'event_id');
}

/** 1207966255 -> { hex: '0x48001A2F', decimal: '1207966255' }. */
export function idTexts(eventId: number): { hex: string; decimal: string } {
  const hex = (eventId >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return { hex: `0x${hex}`, decimal: String(eventId) };
}

/** The splice command as the section names it, '' where there is no section. */
export function commandOf(marker: Pick<Marker, 'scte35'>): string {
  const command = marker.scte35?.['command'];
  return typeof command === 'string' ? command : '';
}
