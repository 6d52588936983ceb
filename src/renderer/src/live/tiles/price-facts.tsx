// Owns what stands under the price on a tile: its why, the spare time, the settlement, and where
// the window is tall the bids, unless they stand in the middle already. Refuses to guess a trace
// that could not be read.
import type { Auction, BidderOutcome, Explain } from '../../../../contract/auction';
import { useAction } from '../../app/keys/use-action';
import { readingOrder } from '../../auctions/why';
import { KeyCap, RehearsalBadge } from '../../parts/marks/badge';
import { amountText } from '../../parts/text/money';
import { StateBadge } from '../../settlements/state-badge';
import { useExplain } from '../../store/use-explain';
import { useShownBids } from '../bids/shown';
import { copyPrice } from '../view/copy-price';
import { useSeenSettlements } from '../view/seen';
import styles from './price.module.css';
import { SpareMeter } from './spare-meter';
import { SpareTrend } from './spare-trend';
import { WhyChips } from './why-chips';

type Price = Explain['price'];

interface BidsProps {
  readonly bidders: readonly BidderOutcome[];
  readonly currency: string;
}

function Bids({ bidders, currency }: BidsProps) {
  const bids = readingOrder(bidders).filter((bidder) => bidder.amountCents !== null);
  if (bids.length === 0) return null;
  return (
    <ol className={styles.bids} aria-label="Bids">
      {bids.map((bidder) => (
        <li key={bidder.bidderId}>
          <span>{bidder.name}</span>
          <b>{amountText(bidder.amountCents ?? 0, currency)}</b>
          <span>{bidder.reason.replaceAll('_', ' ')}</span>
        </li>
      ))}
    </ol>
  );
}

function Owed({ auction }: { readonly auction: Auction }) {
  const { items } = useSeenSettlements();
  const settlement = items.find((known) => known.auctionId === auction.id);
  if (settlement === undefined) return null;
  return (
    <div className={styles.owed}>
      <StateBadge status={settlement.status} />
      {settlement.rehearsal ? <RehearsalBadge /> : null}
      <span>{settlement.rehearsal ? 'written, never sent' : settlement.id}</span>
    </div>
  );
}

function Why({ auction, price }: { readonly auction: Auction; readonly price: Price }) {
  const copy = (): void => void copyPrice(auction, price);
  useAction('copy.why', copy);
  const end = (
    <button type="button" className={styles.copy} onClick={copy}>
      Copy <KeyCap>W</KeyCap>
    </button>
  );
  return <WhyChips price={price} end={end} />;
}

/** The facts of a decided slot's price. */
export function PriceFacts({ auction }: { readonly auction: Auction }) {
  const entry = useExplain(auction);
  const { auction: beside } = useShownBids();
  const floor = `floor ${amountText(auction.floorCents, auction.currency)}`;
  return (
    <>
      <div className={styles.room}>
        {entry.kind === 'ready' ? (
          <Why auction={auction} price={entry.explain.price} />
        ) : (
          <div className={styles.why}>
            {entry.kind === 'failed' ? `${floor}, trace unread` : floor}
          </div>
        )}
      </div>
      <SpareMeter auction={auction} />
      <SpareTrend />
      <Owed auction={auction} />
      {entry.kind === 'ready' && beside?.id !== auction.id ? (
        <Bids bidders={entry.explain.bidders} currency={auction.currency} />
      ) : null}
    </>
  );
}
