// Owns the list of auctions: event at the left, price at the right, a badge only for what was not
// sold; rehearsed ones wear a hatched edge. Refuses to change anything.
import type { Auction } from '../../../contract/auction';
import { select, useRoute } from '../app/route';
import { RowGrid } from '../parts/grid/row-grid';
import { KeyCap } from '../parts/marks/badge';
import { Awaited } from '../parts/panel/awaited';
import { Empty } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { useAuctions } from '../store/feeds';
import { auctionCells } from './auction-cells';
import styles from './auction-list.module.css';
import { isOpen, isWaiting } from './why';

const ROW_PX = 44;

const HEAD = (
  <>
    <span role="columnheader">Auction</span>
    <span role="columnheader">Event, winner or reason</span>
    <span role="columnheader" className={styles.right}>
      Price or state
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
        <Awaited feed="auctions" rows={12} />
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
          cells={auctionCells}
          rowClass={rowClass}
          selectedKey={selected}
          onOpen={explain}
          onMove={picked === undefined ? follow : move}
        />
      )}
    </Panel>
  );
}
