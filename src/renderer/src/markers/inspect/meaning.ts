// Owns what the numbers of a cue mean to people: segmentation types (SCTE 35 2023r1 table 23), ids,
// ticks of the 90 kHz clock. Pure. Refuses to name what the standard does not.
import { idTexts } from '../event-id';

/** Starts by type id; the end, where there is one, is the next number. */
const PAIRS: Readonly<Record<number, string>> = {
  0x20: 'Chapter',
  0x22: 'Break',
  0x24: 'Opening credit',
  0x26: 'Closing credit',
  0x30: 'Provider advertisement',
  0x32: 'Distributor advertisement',
  0x34: 'Provider placement opportunity',
  0x36: 'Distributor placement opportunity',
  0x38: 'Provider overlay placement opportunity',
  0x3a: 'Distributor overlay placement opportunity',
  0x3c: 'Provider promo',
  0x3e: 'Distributor promo',
  0x40: 'Unscheduled event',
  0x42: 'Alternate content opportunity',
  0x44: 'Provider ad block',
  0x46: 'Distributor ad block',
  0x50: 'Network',
};
const SINGLE: Readonly<Record<number, string>> = {
  0x00: 'Not indicated',
  0x01: 'Content identification',
  0x02: 'Private',
  0x10: 'Program start',
  0x11: 'Program end',
  0x12: 'Program early termination',
  0x13: 'Program breakaway',
  0x14: 'Program resumption',
  0x15: 'Program runover, planned',
  0x16: 'Program runover, unplanned',
  0x17: 'Program overlap start',
  0x18: 'Program blackout override',
  0x19: 'Program join',
  0x1a: 'Program immediate resumption',
};

/** 0x34 -> 'Provider placement opportunity start'; null where the standard has no name. */
export function segmentationType(typeId: number): string | null {
  const single = SINGLE[typeId];
  if (single !== undefined) return single;
  const start = PAIRS[typeId];
  if (start !== undefined) return `${start} start`;
  const end = PAIRS[typeId - 1];
  return end === undefined ? null : `${end} end`;
}

const TICKS = new Set(['pts', 'pts_effective', 'pts_adjustment', 'duration', 'pts_offset']);
const EVENT_IDS = new Set(['event_id', 'splice_event_id', 'segmentation_event_id']);
const CODES = new Set(['table_id', 'tag', 'command_type', 'tier', 'cw_index', 'opID']);

function hex(value: number, digits: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;
}

function numberText(key: string, value: number): string {
  if (EVENT_IDS.has(key)) {
    const { hex: id, decimal } = idTexts(value);
    return `${id} dec ${decimal}`;
  }
  if (TICKS.has(key)) return `${value} \u00b7 ${(value / 90_000).toFixed(3)} s`;
  if (key === 'type_id') {
    const name = segmentationType(value);
    return `${hex(value, 2)} dec ${value}${name === null ? '' : ` \u00b7 ${name}`}`;
  }
  if (key === 'preroll') return `${value} \u00b7 ${(value / 10).toFixed(1)} s`;
  return CODES.has(key) ? `${hex(value, 2)} dec ${value}` : String(value);
}

/** A value as the tree shows it. */
export function valueText(key: string, value: unknown): string {
  if (typeof value === 'number') return numberText(key, value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
