// Owns where marks and their words stand on the lanes, in px. Pure. A word stands at its mark's
// left, where nothing can come any more, else at its right while that is free. Refuses to write one
// word over another: then the mark stands alone.
import { LANES, type Lane, type LaneMark } from './lane-marks';
import { TakenPx, type Span } from './taken-px';

/** Shown time, and where in it the now-line stands. */
export const SPAN_MS = 90_000;
export const NOW_SHARE = 0.75;

/** Space beside a mark, and the step from one repeat to the next. */
export const GAP_PX = 6;
export const FAN_PX = 4;
/** About how wide a letter of 12 px is. */
const LETTER_PX = 7;
/** Words at the right of a mark on the now-line must not leave the picture. */
const RIGHT_MOST_PX = 112;
/** Marks that are moments are at least this wide. */
const LEAST_PX: Partial<Record<LaneMark['look'], number>> = {
  tick: 2,
  idle: 2,
  hollow: 16,
  open: 5,
  closed: 5,
  unsold: 5,
  won: 8,
};

/** A mark with its place (px from the origin moment) and the side its words stand at. */
export interface PlacedMark extends LaneMark {
  readonly xPx: number;
  readonly widthPx: number;
  /** Where its later moment stands, or the next mark before that. */
  readonly endPx: number;
  readonly side: 'left' | 'right' | 'inside' | null;
}

/** Marks of one look closer than this are one on the screen. */
export const BUNDLE_PX = 2;

/** Px a millisecond on lanes of this width. */
export function pxPerMs(widthPx: number): number {
  return widthPx / SPAN_MS;
}

/** About how wide the words of a mark are. */
export function wordsPx({ label, low }: Words): number {
  return Math.max(label.length, low.length) * LETTER_PX;
}

function bodyOf(mark: LaneMark, originMs: number, scale: number): { x: number; width: number } {
  const x = (mark.atMs - originMs) * scale;
  const least = (LEAST_PX[mark.look] ?? 12) + mark.repeats * FAN_PX;
  const spans = mark.lane === 'AUCTION' || mark.lane === 'AIR';
  return { x, width: Math.max(least, spans ? (mark.toMs - mark.atMs) * scale : 0) };
}

type Words = Pick<LaneMark, 'label' | 'low'>;
type Said = Words & Pick<PlacedMark, 'side'>;
const SILENT: Said = { label: '', low: '', side: null };

/** Everything there is to say, then, where that has no room, the amount alone. */
function choicesOf({ label, low }: LaneMark): readonly Words[] {
  if (label === '') return [];
  const all = { label, low };
  return low === '' ? [all] : [all, { label: low, low: '' }];
}

function saidOf(mark: LaneMark, at: { x: number; width: number }, taken: TakenPx): Said {
  for (const words of choicesOf(mark)) {
    const long = wordsPx(words);
    if (mark.lane === 'AIR') {
      const inside: Span = [at.x + 1, at.x + GAP_PX + long];
      const fits = at.width >= long + 2 * GAP_PX && taken.isFree(inside, at.x);
      return { ...words, side: fits ? 'inside' : null };
    }
    const left: Span = [at.x - GAP_PX - long, at.x - 1];
    const right: Span = [at.x + at.width + 1, at.x + at.width + GAP_PX + long];
    const side = taken.isFree(left) ? 'left' : taken.isFree(right) ? 'right' : null;
    if (side === null || (side === 'right' && long > RIGHT_MOST_PX)) continue;
    taken.take(side === 'left' ? left : right);
    return { ...words, side };
  }
  return SILENT;
}

/** Marks that would lie on one another as one, which says how many it stands for. */
function bundled(marks: readonly LaneMark[], scale: number): readonly LaneMark[] {
  const kept: { mark: LaneMark; more: number }[] = [];
  for (const mark of marks) {
    const before = kept.at(-1);
    const near = (one: number, other: number): boolean => Math.abs(one - other) * scale < BUNDLE_PX;
    const same =
      before?.mark.look === mark.look &&
      near(before.mark.atMs, mark.atMs) &&
      near(before.mark.toMs, mark.toMs);
    if (same) before.more += 1;
    else kept.push({ mark, more: 0 });
  }
  return kept.map(({ mark, more }) =>
    more === 0 ? mark : { ...mark, title: `${mark.title}, and ${more} more at once` },
  );
}

function placedLane(marks: readonly LaneMark[], originMs: number, scale: number): PlacedMark[] {
  const drawn = bundled(marks, scale);
  const bodies = drawn.map((mark) => bodyOf(mark, originMs, scale));
  const taken = new TakenPx();
  for (const { x, width } of bodies) taken.take([x, x + width]);
  let last = '';
  return drawn.map((mark, index) => {
    const at = bodies[index] ?? { x: 0, width: 0 };
    const endPx = Math.min((mark.toMs - originMs) * scale, bodies[index + 1]?.x ?? Infinity);
    // A row of the same state says its word once.
    const again = mark.lane === 'CHARGE' && mark.label === last;
    const said = again ? SILENT : saidOf(mark, at, taken);
    if (said.side !== null) last = said.label;
    return { ...mark, ...said, xPx: at.x, widthPx: at.width, endPx };
  });
}

const PLACED = ['xPx', 'widthPx', 'endPx', 'side', 'label', 'low', 'title', 'look'] as const;

/**
 * The same marks, but with the old object for each that looks as it did, so that only what is new
 * or changed is drawn again.
 */
export function keepPlaced(
  before: readonly PlacedMark[],
  now: readonly PlacedMark[],
): readonly PlacedMark[] {
  const known = new Map(before.map((mark) => [mark.key, mark]));
  return now.map((mark) => {
    const old = known.get(mark.key);
    const same = old?.repeats === mark.repeats && PLACED.every((part) => old[part] === mark[part]);
    return same ? old : mark;
  });
}

/** Every mark with its place. `originMs` is the moment at x = 0; `marks` oldest first. */
export function placeMarks(
  marks: readonly LaneMark[],
  originMs: number,
  widthPx: number,
): readonly PlacedMark[] {
  const scale = pxPerMs(widthPx);
  const ofLane = (lane: Lane): LaneMark[] => marks.filter((mark) => mark.lane === lane);
  return LANES.flatMap((lane) => placedLane(ofLane(lane), originMs, scale));
}

/** How far the marks are moved so that `nowMs` stands on the now-line: whole px, no sum. */
export function shiftPx(nowMs: number, originMs: number, widthPx: number): number {
  return Math.round(widthPx * NOW_SHARE - (nowMs - originMs) * pxPerMs(widthPx));
}
