// Owns the trail of a number over the last minutes, one sample a status. Pure. Refuses to draw over
// a gap: a sample is kept with its time.

/** A sample: engine epoch ms and the value. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/** How far back the trail goes, and the least time between two samples. */
export const TRAIL_MS = 600_000;
export const APART_MS = 2_000;

/** The trail with one more sample; the same one where it came too soon. */
export function withSample(trail: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = trail.at(-1);
  if (last !== undefined && sample.atMs - last.atMs < APART_MS) return trail;
  return [...trail.filter(({ atMs }) => sample.atMs - atMs <= TRAIL_MS), sample];
}

/** The points of a polyline in a box of 100 by 30, newest at the right; `most` is the top. */
export function pointsOf(trail: readonly Sample[], most: number): string {
  const end = trail.at(-1)?.atMs ?? 0;
  return trail
    .map(({ atMs, value }) => {
      const x = 100 - ((end - atMs) / TRAIL_MS) * 100;
      const y = 30 - (Math.min(value, most) / most) * 30;
      return `${x.toFixed(2)},${y.toFixed(2)}`;
    })
    .join(' ');
}

/** The same for a pace: its values are evenly apart. */
export function pointsOfPace(trail: readonly number[], most: number): string {
  const samples = trail.map((value, at) => ({ atMs: at * APART_MS, value }));
  return pointsOf(samples, most);
}
