// Owns what the header says of the next slot: what is on sale now and when that closes, else which
// sold slot must air next. Pure. Refuses a countdown to anything the engine did not say.
import type { Auction } from '../../../../../contract/auction';
import { auctionLeftText, leftMs } from '../../../parts/text/countdown';
import { epochMs, spanText } from '../../../parts/text/time';

/** A label and when it is up (epoch ms); null where nothing is known to come. */
export interface NextSlot {
  readonly label: string;
  readonly atMs: number;
  readonly kind: 'closes' | 'airs';
}

const ON_SALE: readonly Auction['status'][] = ['OPEN', 'EXTENDED', 'CLOSING'];

/** The next thing to come, at a moment. */
export function nextSlot(auctions: readonly Auction[], nowMs: number): NextSlot | null {
  let next: NextSlot | null = null;
  for (const { id, status, endsAt, slot } of auctions) {
    const open = ON_SALE.includes(status);
    if (!open && status !== 'SOLD') continue;
    const atMs = epochMs(open ? endsAt : slot.airBy);
    if (atMs === null || atMs < nowMs) continue;
    const kind = open ? 'closes' : 'airs';
    const sooner = next === null || (kind === next.kind ? atMs < next.atMs : kind === 'closes');
    if (sooner) next = { label: open ? `${id} closes` : `${id} airs by`, atMs, kind };
  }
  return next;
}

/** How long it still takes: '0.212' while on sale, '00:41' else. */
export function slotText(next: NextSlot, nowMs: number): string {
  const left = leftMs(next.atMs, nowMs);
  return next.kind === 'closes' ? `${auctionLeftText(left)} s` : spanText(left ?? 0);
}
