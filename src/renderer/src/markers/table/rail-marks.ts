// Owns what the scroll rail shows: where in the whole list something was accepted or went wrong,
// and which part of the list is seen. Pure. Refuses more marks than the rail has places.
import type { Marker, MarkerStatus } from '../../../../contract/marker';

/** Places on the rail; several rows share one in a long list, and the gravest is shown. */
export const RAIL_PLACES = 300;

/** A mark: place from the top, and whether it is a fault (wide) or something taken (short). */
export interface RailMark {
  readonly place: number;
  readonly fault: boolean;
}

const FAULTS: readonly MarkerStatus[] = ['INVALID', 'QUARANTINED'];

/** The marks of a list, top to bottom. */
export function railMarks(markers: readonly Pick<Marker, 'status'>[]): readonly RailMark[] {
  const places = new Map<number, boolean>();
  markers.forEach(({ status }, row) => {
    const fault = FAULTS.includes(status);
    if (!fault && status !== 'ACCEPTED') return;
    const place = Math.floor((row / Math.max(markers.length, 1)) * RAIL_PLACES);
    places.set(place, fault || places.get(place) === true);
  });
  return [...places].map(([place, fault]) => ({ place, fault }));
}

/** What a scroller says of itself, in pixels. */
export interface Scrolled {
  readonly topPx: number;
  readonly heightPx: number;
  readonly wholePx: number;
}

/** The part that is seen, in places of the rail. */
export function railWindow({ topPx, heightPx, wholePx }: Scrolled): { from: number; size: number } {
  if (wholePx <= 0) return { from: 0, size: RAIL_PLACES };
  const size = Math.min(1, heightPx / wholePx) * RAIL_PLACES;
  const from = (topPx / wholePx) * RAIL_PLACES;
  return { from: Math.min(from, RAIL_PLACES - size), size };
}
