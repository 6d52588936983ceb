// Owns the list of auctions: open ones with the time left by the engine's clock, closed ones with
// winner, price and reason. Selecting one shows its explanation. Refuses to change anything.
import type { Auction } from '../../../contract/auction';
import { AUCTION_REASONS } from '../../../contract/reasons';
import { select, useRoute } from '../app/route';
import { RowGrid } from '../parts/grid/row-grid';
import { KeyCap, RehearsalBadge } from '../parts/marks/badge';
import { Empty, Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { auctionLeftText, leftMs } from '../parts/text/countdown';
import { amountText, moneyText } from '../parts/text/money';
import { clockOf, epochMs } from '../parts/text/time';
import { eventName, plural } from '../parts/text/words';
import { Ticking } from '../parts/ticking';
import { useAuctions } from '../store/feeds';
import { engineNowMs } from '../store/vitals';
import styles from './auction-list.module.css';
import { StatusBadge } from './status-badge';
import { isOpen, isWaiting } from './why';

const ROW_PX = 44;

function Money({ auction }: { readonly auction: Auction }) {
  if (isWaiting(auction)) return <span className={styles.none}>not open yet</span>;
  if (isOpen(auction)) {
    const endsMs = epochMs(auction.endsAt);
    return (
      <span className={styles.left}>
        <Ticking every="frame" text={() => auctionLeftText(leftMs(endsMs, engineNowMs()))} />
        <small> s left</small>
      </span>
    );
  }
  if (auction.priceCents === null) return <span className={styles.none}>no price</span>;
  return <b>{amountText(auction.priceCents, auction.currency)}</b>;
}

function end(auction: Auction): string {
  if (isWaiting(auction)) return 'opens when another closes';
  if (isOpen(auction)) return plural(auction.bidCount, 'sealed bid');
  if (auction.winner !== null) return auction.winner.name;
  return auction.reason === null ? '\u2013' : AUCTION_REASONS[auction.reason];
}

function cells(auction: Auction) {
  return (
    <>
      <div role="gridcell" className={styles.id}>
        <span>{clockOf(auction.openedAt ?? auction.createdAt)}</span>
        <span className={styles.low}>{auction.id}</span>
      </div>
      <div role="gridcell" className={styles.what}>
        <span className={styles.event}>
          <b>{eventName(auction.eventType)}</b>
          <i>{auction.teamId}</i>
          {auction.rehearsal ? <RehearsalBadge word="R" /> : null}
          <StatusBadge auction={auction} />
        </span>
        <span className={styles.low}>{end(auction)}</span>
      </div>
      <div role="gridcell" className={styles.money}>
        <Money auction={auction} />
        <span className={styles.low}>floor {moneyText(auction.floorCents, auction.currency)}</span>
      </div>
    </>
  );
}

const HEAD = (
  <>
    <span role="columnheader">Opened UTC</span>
    <span role="columnheader">Event and state, winner or reason</span>
    <span role="columnheader" className={styles.right}>
      Price or time left
    </span>
  </>
);

function rowClass(auction: Auction): string | undefined {
  return isOpen(auction) ? styles.live : undefined;
}

function explain(auction: Auction): void {
  select(auction.id);
}

function move(auction: Auction): void {
  select(auction.id, true);
}

function follow(auction: Auction): void {
  if (useRoute.getState().pick !== null) select(auction.id, true);
}

interface Props {
  readonly className: string | undefined;
  /** Which auction the screen shows; without it the address says so. */
  readonly picked?: string | null;
  readonly only?: (auction: Auction) => boolean;
}

/** The panel with the list. Where the screen shows one auction, moving through the list picks. */
export function AuctionList({ className, picked, only }: Props) {
  const { items: all, loaded } = useAuctions();
  const items = only === undefined ? all : all.filter(only);
  const pick = useRoute((route) => route.pick);
  const selected = picked === undefined ? pick : picked;
  const [open, waiting] = [items.filter(isOpen).length, items.filter(isWaiting).length];
  const counts = [open > 0 ? `${open} open` : '', waiting > 0 ? `${waiting} waiting` : ''];
  const hint = counts.filter((text) => text !== '').join(', ') || 'newest first, Enter explains';
  return (
    <Panel
      title="Auctions"
      hint={hint}
      end={<KeyCap>J K</KeyCap>}
      place="auctions"
      className={className}
    >
      {!loaded ? (
        <Loading rows={12} />
      ) : items.length === 0 && all.length > 0 ? (
        <Empty title="None in this state">{all.length} in the others. Choose All.</Empty>
      ) : items.length === 0 ? (
        <Empty title="No auction yet">An accepted cue opens one. Nothing waits to be sold.</Empty>
      ) : (
        <RowGrid
          label="Auctions"
          items={items}
          keyOf={(auction) => auction.id}
          rowPx={ROW_PX}
          head={HEAD}
          columns={styles.columns}
          cells={cells}
          rowClass={rowClass}
          selectedKey={selected}
          onOpen={explain}
          onMove={picked === undefined ? follow : move}
        />
      )}
    </Panel>
  );
}
