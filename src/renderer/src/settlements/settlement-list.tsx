// Owns the list of money owed: auction, advertiser, event, amount, state, with the sum of each
// currency below. Rehearsed ones wear the hatch. Refuses to charge: this list only shows.
import type { Settlement } from '../../../contract/settlement';
import { openScreen } from '../app/route';
import { RowGrid } from '../parts/grid/row-grid';
import { RehearsalBadge } from '../parts/marks/badge';
import { Empty, Loading } from '../parts/panel/states';
import { Panel } from '../parts/panel/panel';
import { amountText, countText, moneyText } from '../parts/text/money';
import { eventName } from '../parts/text/words';
import { statusOf, useSettlements, useStatus } from '../store/feeds';
import styles from './settlement-list.module.css';
import { StateBadge } from './state-badge';
import { countOf, totalsOf, type Total } from './totals';

const ROW_PX = 24;

function breakdown(settlement: Settlement): string {
  const { grossCents, agencyCommissionCents, taxCents, currency } = settlement;
  const parts = [`gross ${amountText(grossCents, currency)}`];
  if (agencyCommissionCents > 0) {
    parts.push(`less agency ${amountText(agencyCommissionCents, currency)}`);
  }
  if (taxCents > 0) parts.push(`tax ${amountText(taxCents, currency)}`);
  return parts.join(', ');
}

function cells(settlement: Settlement) {
  return (
    <>
      <span role="gridcell" className={styles.low}>
        {settlement.auctionId}
      </span>
      <span role="gridcell" className={styles.who} title={settlement.advertiser}>
        {settlement.advertiser}
      </span>
      <span role="gridcell" title={eventName(settlement.eventType)}>
        {eventName(settlement.eventType)}
      </span>
      <span role="gridcell" className={styles.amount} title={breakdown(settlement)}>
        {amountText(settlement.totalDueCents, settlement.currency)}
      </span>
      <span role="gridcell" className={styles.state}>
        {settlement.rehearsal ? (
          <RehearsalBadge word={settlement.status} />
        ) : (
          <StateBadge status={settlement.status} />
        )}
      </span>
    </>
  );
}

const HEAD = (
  <>
    <span role="columnheader">Auction</span>
    <span role="columnheader">Advertiser</span>
    <span role="columnheader">Event</span>
    <span role="columnheader" className={styles.amount}>
      Total due
    </span>
    <span role="columnheader">State</span>
  </>
);

function Sum({ total }: { readonly total: Total }) {
  return (
    <div className={styles.sum}>
      {total.rehearsal ? <RehearsalBadge word="REHEARSED" /> : <span>Owed</span>}
      <span className={styles.count}>{countText(total.count)}</span>
      <b>{moneyText(total.cents, total.currency)}</b>
    </div>
  );
}

function openAuction(settlement: Settlement): void {
  openScreen('live', settlement.auctionId);
}

/** The panel with the list and its sums. */
export function SettlementList({ className }: { readonly className: string | undefined }) {
  const { items, loaded } = useSettlements();
  const inAll = useStatus((state) => countOf(statusOf(state)?.settlements ?? {}));
  const partial = inAll > items.length;
  const hint = partial ? `newest ${items.length} of ${countText(inAll)}, so are the sums` : '';
  return (
    <Panel title="Settlements" hint={hint} place="settlements" className={className}>
      {!loaded ? (
        <Loading rows={4} />
      ) : items.length === 0 ? (
        <Empty title="Nothing is owed">A sold slot is written here in the same moment.</Empty>
      ) : (
        <>
          <RowGrid
            label="Settlements"
            items={items}
            keyOf={(settlement) => settlement.id}
            rowPx={ROW_PX}
            head={HEAD}
            columns={styles.columns}
            cells={cells}
            onOpen={openAuction}
          />
          <div className={styles.sums}>
            {totalsOf(items).map((total) => (
              <Sum key={`${total.currency}${String(total.rehearsal)}`} total={total} />
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}
