// Owns what a row of the table says beyond the marker's own words: where it came from, how long
// before the splice, for how long, which copy it is, how busy the engine was. Pure. Refuses to
// guess: what the cue does not say is null, and a dash in the table.
import type { Marker } from '../../../../contract/marker';
import { epochMs } from '../../parts/text/time';

const MANUAL = 'manual:';
const TICKS_PER_MS = 90;
/** From here on a late cue may be our own machine's fault, and the row says so. */
export const LOOP_BUSY_MS = 20;

type Known = Readonly<Record<string, unknown>>;

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function descriptorsOf(section: Known): readonly Known[] {
  const list: unknown = section['descriptors'];
  return Array.isArray(list) ? list.filter(isKnown) : [];
}

/** Who fired it by hand, null for a cue that came by the wire. */
export function manualBy({ source }: Pick<Marker, 'source'>): string | null {
  return source.protocol.startsWith(MANUAL) ? source.protocol.slice(MANUAL.length) : null;
}

/** 'manual', or the address it came from. */
export function sourceText(marker: Pick<Marker, 'source'>): string {
  return manualBy(marker) === null ? marker.source.address : 'manual';
}

/** 'by hand, operator:anna', or '10.41.7.30:5000 udp'. */
export function sourceInFull(marker: Pick<Marker, 'source'>): string {
  const by = manualBy(marker);
  const { address, port, protocol } = marker.source;
  return by === null ? `${address}:${port} ${protocol}` : `manual, fired by ${by}`;
}

function numberNamed(value: unknown, key: string, depth = 4): number | null {
  if (Array.isArray(value)) return firstNumber(value, key, depth);
  if (!isKnown(value) || depth === 0) return null;
  const own = value[key];
  return typeof own === 'number' ? own : firstNumber(Object.values(value), key, depth);
}

function firstNumber(values: readonly unknown[], key: string, depth: number): number | null {
  for (const value of values) {
    const found = numberNamed(value, key, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

type SpliceFacts = Pick<Marker, 'receivedAt' | 'spliceAt' | 'scte35' | 'scte104'>;

/**
 * Time between arrival and splice, in milliseconds: to the splice time the engine knows, 0 for a
 * splice_insert that says immediate, the pre-roll of a SCTE-104 message or of a DTMF descriptor
 * (tenths of a second). Null where the cue gives only a PTS: without the stream's clock nobody can
 * tell.
 */
export function preRollMs(marker: SpliceFacts): number | null {
  const { scte35, scte104 } = marker;
  const [spliceMs, heardMs] = [epochMs(marker.spliceAt), epochMs(marker.receivedAt)];
  if (spliceMs !== null && heardMs !== null) return spliceMs - heardMs;
  const message = numberNamed(scte104, 'pre_roll_time_ms');
  if (message !== null) return message;
  if (scte35 === undefined) return null;
  const cmd = scte35['cmd'];
  if (isKnown(cmd) && cmd['immediate'] === true) return 0;
  const dtmf = descriptorsOf(scte35).find((one) => one['kind'] === 'dtmf')?.['preroll'];
  return typeof dtmf === 'number' ? dtmf * 100 : null;
}

/** What the cue says of the length of its break or segment, in milliseconds; null where silent. */
export function durationMs({ scte35 }: Pick<Marker, 'scte35'>): number | null {
  if (scte35 === undefined) return null;
  const cmd = scte35['cmd'];
  const ofBreak = isKnown(cmd) ? numberNamed(cmd['break_duration'], 'duration') : null;
  const ofSegment = descriptorsOf(scte35)
    .map((one) => one['duration'])
    .find((ticks) => typeof ticks === 'number');
  const ticks = ofBreak ?? ofSegment ?? null;
  return ticks === null ? null : ticks / TICKS_PER_MS;
}

/** 12000 -> '12.000'; a dash for null. */
export function secondsText(ms: number | null, digits: 1 | 3): string {
  return ms === null ? '\u2013' : (ms / 1000).toFixed(digits);
}

/** Which copy a marker is (1 the first heard), and of how many; null where that is not known. */
export interface Repeat {
  readonly nth: number | null;
  readonly of: number | null;
}

/** Every marker's place among its copies. `markers` newest first; what has no row is counted. */
export function repeatsOf(markers: readonly Marker[]): ReadonlyMap<string, Repeat> {
  const totals = new Map(markers.map(({ id, copies }) => [id, copies + 1] as const));
  const heard = new Map<string, number>();
  const repeats = new Map<string, Repeat>();
  for (const { id, duplicateOf, copies } of [...markers].reverse()) {
    const of = duplicateOf === null ? copies + 1 : (totals.get(duplicateOf) ?? null);
    let nth: number | null = 1;
    if (duplicateOf !== null) {
      nth = of === null ? null : (heard.get(duplicateOf) ?? 1) + 1;
      if (nth !== null) heard.set(duplicateOf, nth);
    }
    // The count of copies is written once a second, so it may lag behind the rows.
    repeats.set(id, { nth, of: of === null || nth === null ? of : Math.max(of, nth) });
  }
  return repeats;
}

/** '1', '1/4', '3/4'; 'copy' where its original is not among the newest. */
export function repeatText(repeat: Repeat | undefined): string {
  if (repeat === undefined || repeat.nth === null) return 'copy';
  return repeat.of === null || repeat.of === 1 ? String(repeat.nth) : `${repeat.nth}/${repeat.of}`;
}
