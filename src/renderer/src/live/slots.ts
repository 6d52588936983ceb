// Owns which slots the tiles show: the one sold last while its air-by time lies ahead, and the one
// whose auction closes next. Pure. Refuses to claim that anything is on air: nobody told us.
import type { Auction } from '../../../contract/auction';
import { isOpen } from '../auctions/why';
import { epochMs } from '../parts/text/time';

/** The newest decided slot that still has to air; null when none has. `auctions` newest first. */
export function standingSlot(auctions: readonly Auction[], nowMs: number | null): Auction | null {
  if (nowMs === null) return null;
  const decided = auctions.find(
    (auction) => auction.status === 'SOLD' || auction.status === 'UNSOLD',
  );
  if (decided === undefined) return null;
  const airByMs = epochMs(decided.slot.airBy);
  return airByMs !== null && airByMs > nowMs ? decided : null;
}

/** The open auctions, the one that closes first at the front. */
export function openSlots(auctions: readonly Auction[]): readonly Auction[] {
  const endsMs = (auction: Auction): number => epochMs(auction.endsAt) ?? Number.MAX_SAFE_INTEGER;
  return auctions.filter(isOpen).sort((a, b) => endsMs(a) - endsMs(b));
}

/** Spare time between the decision and the air-by time, of all there was since the cue. */
export function spareOf(auction: Auction): { spareMs: number; ofMs: number } | null {
  const airByMs = epochMs(auction.slot.airBy);
  const closedMs = epochMs(auction.closedAt);
  const cueMs = epochMs(auction.createdAt);
  if (airByMs === null || closedMs === null || cueMs === null || airByMs <= cueMs) return null;
  return { spareMs: Math.max(0, airByMs - closedMs), ofMs: airByMs - cueMs };
}
