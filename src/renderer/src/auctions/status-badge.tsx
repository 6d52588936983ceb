// Owns the badge of an auction's state. Sold is light, unsold outlined, open green; an auction that
// a crash ended asks for attention. Refuses red: no end of an auction is a fault.
import type { Auction, AuctionStatus } from '../../../contract/auction';
import { Badge, type Tone } from '../parts/marks/badge';
import type { MarkName } from '../parts/marks/mark';

const LOOK: Record<AuctionStatus, readonly [Tone, string, MarkName?]> = {
  CREATED: ['outlined', 'WAITING', 'ring'],
  OPEN: ['open', 'OPEN'],
  EXTENDED: ['open', 'EXTENDED'],
  CLOSING: ['open', 'CLOSING'],
  SOLD: ['light', 'SOLD'],
  UNSOLD: ['outlined', 'UNSOLD'],
  CANCELLED: ['struck', 'CANCELLED'],
  ABORTED_CRASH: ['filled', 'ABORTED', 'triangle'],
};

/** The badge of a state. */
export function StatusBadge({ auction }: { readonly auction: Pick<Auction, 'status'> }) {
  const [tone, word, mark] = LOOK[auction.status];
  return <Badge tone={tone} word={word} mark={mark} />;
}
