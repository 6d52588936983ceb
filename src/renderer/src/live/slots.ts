// Owns which slots the Live screen shows: the one sold last until its time is over, the ones whose
// auction closes next, the last twelve, and their spare time. Pure. Refuses to claim that anything
// is on air: nobody told us.
import type { Auction } from '../../../contract/auction';
import { isOpen, isWaiting } from '../auctions/why';
import { epochMs } from '../parts/text/time';

/** Slots in the list at the right. */
export const LAST_SLOTS = 12;
/** Less spare than this, in ms, asks for attention. */
export const SHORT_MS = 500;
/** So many slots tell a trend, and so many of them are its newest end. */
const TREND_LEAST = 6;
const TREND_END = 3;
/** The margin erodes where its newest end lies this share of the whole time lower. */
const ERODED_SHARE = 0.1;

function isDecided({ status }: Auction): boolean {
  return status === 'SOLD' || status === 'UNSOLD';
}

/** The newest decided slot until its latest end; null when none. `auctions` newest first. */
export function standingSlot(auctions: readonly Auction[], nowMs: number | null): Auction | null {
  if (nowMs === null) return null;
  const decided = auctions.find(isDecided);
  if (decided === undefined) return null;
  const airByMs = epochMs(decided.slot.airBy);
  if (airByMs === null) return null;
  return airByMs + decided.slot.durationMs > nowMs ? decided : null;
}

/** The open auctions, the one that closes first at the front. */
export function openSlots(auctions: readonly Auction[]): readonly Auction[] {
  const endsMs = (auction: Auction): number => epochMs(auction.endsAt) ?? Number.MAX_SAFE_INTEGER;
  return auctions.filter(isOpen).sort((a, b) => endsMs(a) - endsMs(b));
}

/** The last slots offered, newest first; what waits to open is not one yet. */
export function lastSlots(auctions: readonly Auction[]): readonly Auction[] {
  return auctions.filter((auction) => !isWaiting(auction)).slice(0, LAST_SLOTS);
}

/** The slot beside the picked one, `step` rows down; the newest where none is picked. */
export function slotBeside(
  slots: readonly Auction[],
  picked: string | null,
  step: 1 | -1,
): Auction | null {
  const at = slots.findIndex(({ id }) => id === picked);
  if (at < 0) return slots[0] ?? null;
  return slots[Math.min(slots.length - 1, Math.max(0, at + step))] ?? null;
}

/** Spare time between the decision and the air-by time, of all there was since the cue. */
export function spareOf(auction: Auction): { spareMs: number; ofMs: number } | null {
  const { margin } = auction;
  // The engine's own numbers, from the cue's arrival on; older rows have none.
  if (margin !== undefined) {
    return margin.ofMs <= 0 ? null : { ...margin, spareMs: Math.max(0, margin.spareMs) };
  }
  const airByMs = epochMs(auction.slot.airBy);
  const closedMs = epochMs(auction.closedAt);
  const cueMs = epochMs(auction.createdAt);
  if (airByMs === null || closedMs === null || cueMs === null || airByMs <= cueMs) return null;
  return { spareMs: Math.max(0, airByMs - closedMs), ofMs: airByMs - cueMs };
}

/** The spare time of the last decided slots as shares (0 to 1), oldest first, and how it goes. */
export interface SpareTrend {
  readonly shares: readonly number[];
  readonly erodes: boolean;
  readonly beforeShare: number;
  readonly nowShare: number;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How the margin goes. It erodes before it is gone: then there is still time to ask why. */
export function spareTrend(auctions: readonly Auction[]): SpareTrend {
  const spares = auctions.filter(isDecided).slice(0, LAST_SLOTS).map(spareOf);
  const shares = spares
    .flatMap((spare) => (spare === null ? [] : [spare.spareMs / spare.ofMs]))
    .reverse();
  const beforeShare = mean(shares.slice(0, -TREND_END));
  const nowShare = mean(shares.slice(-TREND_END));
  const erodes = shares.length >= TREND_LEAST && nowShare < beforeShare - ERODED_SHARE;
  return { shares, erodes, beforeShare, nowShare };
}
