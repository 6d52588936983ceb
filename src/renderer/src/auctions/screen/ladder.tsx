// Owns the table of bidders: rank, bid beside the floor, how long it took, how it ended and why,
// and what would have won. One reason each. Refuses to show anything while bids are sealed.
import type { Auction, Bid, BidderOutcome, Explain } from '../../../../contract/auction';
import { Bar } from '../../parts/bar';
import { cx } from '../../parts/cx';
import { Badge } from '../../parts/marks/badge';
import { Panel } from '../../parts/panel/panel';
import { Empty } from '../../parts/panel/states';
import tables from '../../parts/panel/table.module.css';
import { amountText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';
import { plural } from '../../parts/text/words';
import { useBids } from '../../store/bids';
import { bidderSentence, isOpen, readingOrder, type Against } from '../why';
import styles from './ladder.module.css';

const LOOK = {
  won: ['light', 'WON'],
  lost: ['quiet', 'LOST'],
  'no-bid': ['dim', 'NO BID'],
} as const;
const DASH = '\u2013';

interface Scale {
  readonly mostCents: number;
  readonly floorCents: number;
}

function tookText(bids: readonly Bid[] | null, bidderId: string, auction: Auction): string {
  const placedMs = epochMs(bids?.find((bid) => bid.bidderId === bidderId)?.placedAt);
  const openedMs = epochMs(auction.openedAt);
  return placedMs === null || openedMs === null ? DASH : String(placedMs - openedMs);
}

function BidBar({ cents, floorCents, mostCents }: Scale & { readonly cents: number }) {
  const share = (part: number): number => (mostCents === 0 ? 0 : part / mostCents);
  const under = cents < floorCents;
  return (
    <span className={styles.track}>
      <Bar from={0} to={share(cents)} className={cx(styles.fill, under && styles.under)} />
      <Bar from={share(floorCents)} to={0} className={styles.floor} />
    </span>
  );
}

interface RowProps {
  readonly bidder: BidderOutcome;
  readonly rank: number;
  readonly took: string;
  readonly against: Against;
  readonly mostCents: number;
}

function Row({ bidder, rank, took, against, mostCents }: RowProps) {
  const [tone, word] = LOOK[bidder.outcome];
  const { currency, floorCents } = against;
  const cents = bidder.amountCents;
  const wouldWin = bidder.minToWinCents;
  return (
    <tr className={cx(styles[bidder.outcome])}>
      <td>{cents === null ? DASH : rank}</td>
      <th scope="row">{bidder.name}</th>
      <td className={tables.figure}>{cents === null ? DASH : amountText(cents, currency)}</td>
      <td>{cents === null ? null : <BidBar {...{ cents, floorCents, mostCents }} />}</td>
      <td className={styles.took}>{took}</td>
      <td>
        <Badge tone={tone} word={word} />
      </td>
      <td className={styles.reason}>{bidderSentence(bidder, against)}</td>
      <td>{bidder.code}</td>
      <td className={tables.figure}>{wouldWin === null ? DASH : amountText(wouldWin, currency)}</td>
    </tr>
  );
}

const TITLES = ['#', 'Bidder', 'Bid', '', 'ms', 'End', 'Reason', 'Code', 'Would have won'];

function Table({ auction, explain }: Props) {
  const bids = useBids(auction);
  const bidders = readingOrder(explain.bidders);
  const { floorCents } = explain.price;
  const { priceCents, currency } = auction;
  const most = Math.max(floorCents, ...bidders.map((bidder) => bidder.amountCents ?? 0));
  return (
    <div className={tables.scroll} tabIndex={0} role="group" aria-label="Bidders">
      <table className={cx(tables.table, styles.table)}>
        <thead>
          <tr>
            {TITLES.map((title) => (
              <th key={title} scope="col">
                {title === '' ? <span className={tables.reader}>Bid beside the floor</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bidders.map((bidder, at) => (
            <Row
              key={bidder.bidderId}
              bidder={bidder}
              rank={at + 1}
              took={tookText(bids, bidder.bidderId, auction)}
              against={{ floorCents, priceCents, currency }}
              mostCents={Math.round(most * 1.05)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  readonly auction: Auction;
  readonly explain: Explain;
}

/** The panel. */
export function Ladder({ auction, explain }: Props) {
  const { bidders } = explain;
  const bid = bidders.filter((bidder) => bidder.amountCents !== null).length;
  const hint = bidders.length === 0 ? '' : `${bidders.length} asked, ${bid} bid`;
  const { floorCents, currency } = explain.price;
  const floor = (
    <span className={styles.key}>dashed: floor {amountText(floorCents, currency)}</span>
  );
  return (
    <Panel title="Every bidder, one reason" hint={hint} end={floor} place="bidders">
      {bidders.length > 0 ? (
        <Table auction={auction} explain={explain} />
      ) : (
        <Empty title={isOpen(auction) ? 'Sealed until the close' : 'Nobody was asked'}>
          {plural(auction.bidCount, 'bid')} so far.
        </Empty>
      )}
    </Panel>
  );
}
