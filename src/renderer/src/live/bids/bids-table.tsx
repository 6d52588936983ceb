// Owns the table of an auction's bidders: rank, name, amount, ms after the open, how it ended.
// Refuses to show anything while bids are sealed.
import type { Auction, Bid, BidderOutcome } from '../../../../contract/auction';
import { bidderSentence, readingOrder } from '../../auctions/why';
import { amountText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';
import styles from './bids.module.css';

interface Props {
  readonly auction: Auction;
  readonly bidders: readonly BidderOutcome[];
  readonly bids: readonly Bid[];
}

const COLUMNS = ['rankColumn', 'nameColumn', 'bidColumn', 'tookColumn', 'endColumn'] as const;
const DASH = '\u2013';

function tookText(auction: Auction, bid: Bid | undefined): string {
  const [openMs, placedMs] = [epochMs(auction.openedAt), epochMs(bid?.placedAt)];
  return openMs === null || placedMs === null ? DASH : `${placedMs - openMs} ms`;
}

/** The table. */
export function BidsTable({ auction, bidders, bids }: Props) {
  const rows = readingOrder(bidders);
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="group"
      aria-label={`Bidders of ${auction.id}`}
    >
      <table className={styles.table}>
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead className={styles.reader}>
          <tr>
            {['Rank', 'Bidder', 'Bid', 'After the open', 'End'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr
              key={row.bidderId}
              className={styles[row.outcome]}
              title={bidderSentence(row, auction)}
            >
              <td>{row.amountCents === null ? DASH : at + 1}</td>
              <th scope="row">{row.name}</th>
              <td className={styles.figure}>
                {row.amountCents === null ? DASH : amountText(row.amountCents, auction.currency)}
              </td>
              <td className={styles.figure}>
                {tookText(
                  auction,
                  bids.find(({ bidderId }) => bidderId === row.bidderId),
                )}
              </td>
              <td>{row.reason.replaceAll('_', ' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
