// Owns one row of the list of auctions: id and time, event over who took it or why nobody did, what
// it fetched. A badge only for what was not sold; rehearsed ones wear a hatched edge.
import type { Auction } from '../../../contract/auction';
import { AUCTION_REASONS, type AuctionReason } from '../../../contract/reasons';
import tables from '../parts/panel/table.module.css';
import { auctionLeftText, leftMs } from '../parts/text/countdown';
import { amountText } from '../parts/text/money';
import { clockOf, epochMs } from '../parts/text/time';
import { eventName, plural } from '../parts/text/words';
import { Ticking } from '../parts/ticking';
import { engineNowMs } from '../store/vitals';
import styles from './auction-list.module.css';
import { StatusBadge } from './status-badge';
import { isOpen, isWaiting } from './why';

function TimeLeft({ auction }: { readonly auction: Auction }) {
  const endsMs = epochMs(auction.endsAt);
  return (
    <span className={styles.left}>
      <Ticking every="frame" text={() => auctionLeftText(leftMs(endsMs, engineNowMs()))} />
      <small> s left</small>
    </span>
  );
}

/** What a sold one fetched; every other state says its word. */
function End({ auction }: { readonly auction: Auction }) {
  if (auction.status !== 'SOLD' || auction.priceCents === null) {
    return <StatusBadge auction={auction} />;
  }
  return (
    <>
      <span className={tables.reader}>SOLD</span>
      <b>{amountText(auction.priceCents, auction.currency)}</b>
    </>
  );
}

/** What the badge beside it leaves to say, where the whole sentence has no room in a row. */
const BRIEF: Partial<Record<AuctionReason, string>> = {
  cancelled: 'by a cue or a person',
  capacity: 'too many were open',
  engine_crash: 'the engine stopped',
  held: 'held before it opened',
  insufficient_time: 'too near the splice',
};

function outcome(auction: Auction): string {
  if (isWaiting(auction)) return 'opens when another closes';
  if (isOpen(auction)) return plural(auction.bidCount, 'sealed bid');
  if (auction.winner !== null) return auction.winner.name;
  if (auction.reason === null) return '\u2013';
  return BRIEF[auction.reason] ?? AUCTION_REASONS[auction.reason];
}

/** The cells of a row. */
export function auctionCells(auction: Auction) {
  const words = outcome(auction);
  const { reason, winner } = auction;
  const said = winner === null && reason !== null ? AUCTION_REASONS[reason] : words;
  const name = eventName(auction.eventType);
  return (
    <>
      <div role="gridcell" className={styles.id}>
        {auction.rehearsal ? <Rehearsed /> : null}
        <span>{auction.id}</span>
        <span className={styles.low}>{clockOf(auction.openedAt ?? auction.createdAt)}</span>
      </div>
      <div role="gridcell" className={styles.what}>
        <span className={styles.event} title={name}>
          <b>{name}</b> <i>{auction.teamId}</i>
        </span>
        <span className={styles.low} title={said}>
          {words}
        </span>
      </div>
      <div role="gridcell" className={styles.money}>
        <span className={styles.end}>
          <End auction={auction} />
        </span>
        {isOpen(auction) ? <TimeLeft auction={auction} /> : <Floor auction={auction} />}
      </div>
    </>
  );
}

function Rehearsed() {
  return (
    <span className={styles.hatch} title="rehearsal: nothing leaves the engine">
      <span className={tables.reader}>rehearsed</span>
    </span>
  );
}

function Floor({ auction }: { readonly auction: Auction }) {
  return (
    <span className={styles.floor}>floor {amountText(auction.floorCents, auction.currency)}</span>
  );
}
