// Owns which slot an end belongs to: OUT and IN share an event id, ids come back, and an IN may be
// late or overtake its OUT. An end belongs to the newest slot of its event that began before it and
// has no end yet. Refuses to end a slot that has not begun. SCTE 35 2023r1 9.7.3, 10.3.3.
import { ptsDifference, TICKS_PER_MS } from '../../codec/scte35/splice-time';
import type { MarkerIdentity } from '../marker-identity';
import { sameProgram, type Section } from '../same-marker';
import { isEndOf } from './ends-heard';

/** A slot that a cue opened. */
export interface CuedSlot {
  readonly auctionId: string;
  readonly identity: Section;
  /** When it begins: the splice where it is known, else its cue's arrival (steady epoch ms). */
  readonly startsAtMs: number;
}

/** An end, when it was heard, and when it takes effect where its own clock tells. */
export interface CuedEnd {
  readonly identity: MarkerIdentity;
  readonly heardAtMs: number;
  readonly endsAtMs: number | null;
}

/** The slot that an end belongs to, and when that slot is over. */
export interface EndedSlot {
  readonly auctionId: string;
  readonly endsAtMs: number;
}

const SLOTS_MOST = 512;
/** A break runs over, but an end this long after it is the end of another. */
const OVERRUN_MOST_MS = 120_000;

/** The slots of late, oldest first. */
export class SlotsCued {
  private readonly slots: CuedSlot[] = [];
  private readonly ended = new Set<string>();

  /** Keeps the slot that a cue opened; JSON alone has no end. */
  remember(slot: { identity: MarkerIdentity | null } & Omit<CuedSlot, 'identity'>): void {
    const { identity } = slot;
    if (identity?.kind !== 'section' || identity.direction !== 'out') return;
    this.slots.push({ ...slot, identity });
    if (this.slots.length <= SLOTS_MOST) return;
    for (const { auctionId } of this.slots.splice(0, SLOTS_MOST / 2)) this.ended.delete(auctionId);
  }

  /** Of which program of a stream the slot's cue was; undefined where that is not known. */
  carrierProgramOf(auctionId: string): number | undefined {
    return this.slots.find((slot) => slot.auctionId === auctionId)?.identity.carrierProgram;
  }

  /** Its end has come: another end is another slot's. */
  close(auctionId: string): void {
    if (this.slots.some((slot) => slot.auctionId === auctionId)) this.ended.add(auctionId);
  }

  /** The slot that this ends; null where it ends none. */
  endedBy(end: CuedEnd): EndedSlot | null {
    const { identity } = end;
    if (identity.kind !== 'section' || identity.direction !== 'in') return null;
    const slot = this.slots.findLast(
      (one) => !this.ended.has(one.auctionId) && endsIt(one, identity, end),
    );
    if (slot === undefined) return null;
    return { auctionId: slot.auctionId, endsAtMs: endOf(slot, identity, end) };
  }
}

function endsIt(slot: CuedSlot, end: Section, at: CuedEnd): boolean {
  const out = slot.identity;
  const { heardAtMs, endsAtMs } = at;
  if (out.eventId !== end.eventId || !isEndOf(out.what, end.what)) return false;
  if (!sameProgram(out, end)) return false;
  if (endOf(slot, end, at) > out.slotEndsAtMs + OVERRUN_MOST_MS) return false;
  if (out.pts !== null && end.pts !== null) return ptsDifference(end.pts, out.pts) > 0;
  return slot.startsAtMs <= (endsAtMs ?? heardAtMs);
}

function endOf(slot: CuedSlot, end: Section, { heardAtMs, endsAtMs }: CuedEnd): number {
  if (endsAtMs !== null) return endsAtMs;
  const { pts } = slot.identity;
  if (pts === null || end.pts === null) return heardAtMs;
  return slot.startsAtMs + ptsDifference(end.pts, pts) / TICKS_PER_MS;
}
