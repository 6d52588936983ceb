// Owns the bidders of an explanation: one row and one reason each, its OpenRTB number, and the
// amount that would have won where price decided. Refuses to show sealed bids: while open there
// are none.
import type { Auction, BidderOutcome, Explain } from '../../../contract/auction';
import { Badge } from '../parts/marks/badge';
import { amountText } from '../parts/text/money';
import styles from './explain.module.css';
import { bidderSentence, readingOrder, type Against } from './why';

const LOOK = {
  won: ['light', 'WON'],
  lost: ['quiet', 'LOST'],
  'no-bid': ['quiet', 'NO BID'],
} as const;

interface RowProps {
  readonly bidder: BidderOutcome;
  readonly against: Against;
}

function BidderRow({ bidder, against }: RowProps) {
  const { currency } = against;
  const [tone, word] = LOOK[bidder.outcome];
  const wouldWin = bidder.minToWinCents;
  return (
    <li className={styles.bidder}>
      <span className={styles.name}>{bidder.name}</span>
      <Badge tone={tone} word={word} />
      <b>{bidder.amountCents === null ? '\u2013' : amountText(bidder.amountCents, currency)}</b>
      <span className={styles.reason}>
        <span>
          {bidderSentence(bidder, against)} <small>code {bidder.code}</small>
        </span>
        <span>{wouldWin === null ? '' : `${amountText(wouldWin, currency)} would have won`}</span>
      </span>
    </li>
  );
}

interface Props {
  readonly explain: Explain;
  readonly auction: Auction;
}

/** Every bidder, one reason. */
export function BidderRows({ explain, auction }: Props) {
  const { priceCents, currency } = auction;
  const against = { floorCents: explain.price.floorCents, priceCents, currency };
  const bidders = readingOrder(explain.bidders);
  return (
    <section className={styles.bidders}>
      <h3>Every bidder, one reason</h3>
      {bidders.length === 0 ? <p>Sealed until the close.</p> : null}
      <ul>
        {bidders.map((bidder) => (
          <BidderRow key={bidder.bidderId} bidder={bidder} against={against} />
        ))}
      </ul>
    </section>
  );
}
