// Owns the marks as they were placed last, so that a batch draws what is new in it and nothing
// else. Refuses to place anything: the layout does.
import { useState } from 'react';
import { keepPlaced, placeMarks, type PlacedMark } from './lane-layout';
import type { LaneMark } from './lane-marks';

/** The marks with their places; those that stand where they stood are the same objects. */
export function usePlaced(marks: readonly LaneMark[], originMs: number, plotPx: number) {
  const [placed, setPlaced] = useState<readonly PlacedMark[]>([]);
  const [from, setFrom] = useState<readonly unknown[]>([]);
  const now = [marks, originMs, plotPx];
  if (now.every((part, at) => part === from[at])) return placed;
  const next = keepPlaced(placed, placeMarks(marks, originMs, plotPx));
  setFrom(now);
  setPlaced(next);
  return next;
}
