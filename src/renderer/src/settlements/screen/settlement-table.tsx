// Owns the wide table of settlements: number, advertiser, slot, amount, state, gateway's id, note.
// Newest first. Refuses to charge: it only shows.
import type { Settlement } from '../../../../contract/settlement';
import { select } from '../../app/route';
import { RowGrid } from '../../parts/grid/row-grid';
import { RehearsalBadge } from '../../parts/marks/badge';
import { amountText } from '../../parts/text/money';
import { clockOf } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { StateBadge } from '../state-badge';
import styles from './settlements-screen.module.css';

const ROW_PX = 30;

function noteOf({ attempts, rehearsal }: Settlement): string {
  if (rehearsal) return 'rehearsal, never sent';
  const last = attempts.at(-1);
  return last === undefined ? 'not sent' : `attempt ${last.n}: ${last.outcome}`;
}

function cells(settlement: Settlement) {
  const { id, createdAt, advertiser, eventType, totalDueCents, currency } = settlement;
  return (
    <>
      <span role="gridcell">{id}</span>
      <span role="gridcell">{clockOf(createdAt)}</span>
      <span role="gridcell" className={styles.who} title={advertiser}>
        {advertiser}
      </span>
      <span role="gridcell">{eventName(eventType)}</span>
      <span role="gridcell" className={styles.amount}>
        {amountText(totalDueCents, currency)}
      </span>
      <span role="gridcell">
        {settlement.rehearsal ? (
          <RehearsalBadge word={settlement.status} />
        ) : (
          <StateBadge status={settlement.status} />
        )}
      </span>
      <span role="gridcell" className={styles.mono}>
        {settlement.gatewayId ?? '\u2013'}
      </span>
      <span role="gridcell" title={noteOf(settlement)}>
        {noteOf(settlement)}
      </span>
    </>
  );
}

const TITLES = ['No.', 'Sold UTC', 'Advertiser', 'Slot', 'Amount', 'State', 'Gateway id', 'Note'];
const HEAD = TITLES.map((title) => (
  <span key={title} role="columnheader" className={title === 'Amount' ? styles.amount : undefined}>
    {title}
  </span>
));

interface Props {
  readonly settlements: readonly Settlement[];
  readonly picked: string | null;
}

/** The table; moving through it picks. */
export function SettlementTable({ settlements, picked }: Props) {
  return (
    <RowGrid
      label="Settlements"
      items={settlements}
      keyOf={(settlement) => settlement.id}
      rowPx={ROW_PX}
      head={HEAD}
      columns={styles.columns}
      cells={cells}
      selectedKey={picked}
      onOpen={(settlement) => {
        select(settlement.id);
      }}
      onMove={(settlement) => {
        select(settlement.id, true);
      }}
    />
  );
}
