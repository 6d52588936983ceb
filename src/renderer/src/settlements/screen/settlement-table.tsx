// Owns the wide table of settlements: number, advertiser, slot, amount, state, note. Newest first.
// Refuses to charge: marking some only adds them up.
import { useRef, type KeyboardEvent } from 'react';
import type { Settlement } from '../../../../contract/settlement';
import { select } from '../../app/route';
import { RowGrid } from '../../parts/grid/row-grid';
import { RehearsalBadge } from '../../parts/marks/badge';
import tables from '../../parts/panel/table.module.css';
import { amountText } from '../../parts/text/money';
import { clockOf } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { useCssNumber } from '../../parts/use-css-number';
import { StateBadge } from '../state-badge';
import styles from './settlements-screen.module.css';

const ROW_PX = 30;

function noteOf({ attempts, rehearsal, gatewayId }: Settlement): string {
  if (rehearsal) return 'rehearsal, never sent';
  const last = attempts.at(-1);
  const sent = last === undefined ? 'not sent' : `attempt ${last.n}: ${last.outcome}`;
  return gatewayId === null ? sent : `${gatewayId}, ${sent}`;
}

interface Marking {
  readonly marked: ReadonlySet<string>;
  readonly onMark: (id: string) => void;
}

function Mark({ id, marked, onMark }: Marking & { readonly id: string }) {
  return (
    <span role="gridcell">
      <input
        type="checkbox"
        className={tables.check}
        tabIndex={-1}
        aria-label={`Select ${id}`}
        checked={marked.has(id)}
        onClick={(event) => {
          event.stopPropagation();
        }}
        onChange={() => {
          onMark(id);
        }}
      />
    </span>
  );
}

function cells(settlement: Settlement, marking: Marking) {
  const { id, createdAt, advertiser, eventType, totalDueCents, currency } = settlement;
  return (
    <>
      <Mark id={id} {...marking} />
      <span role="gridcell">{id}</span>
      <span role="gridcell">{clockOf(createdAt)}</span>
      <span role="gridcell" className={styles.who} title={advertiser}>
        {advertiser}
      </span>
      <span role="gridcell">{eventName(eventType)}</span>
      <span role="gridcell" className={styles.amount}>
        {amountText(totalDueCents, currency)} <small>{currency}</small>
      </span>
      <span role="gridcell">
        {settlement.rehearsal ? (
          <RehearsalBadge word={settlement.status} />
        ) : (
          <StateBadge status={settlement.status} />
        )}
      </span>
      <span role="gridcell" className={styles.note} title={noteOf(settlement)}>
        {noteOf(settlement)}
      </span>
    </>
  );
}

const TITLES = ['', 'No.', 'Sold UTC', 'Advertiser', 'Slot', 'Amount', 'State', 'Note'];
const HEAD = TITLES.map((title) => (
  <span key={title} role="columnheader" className={title === 'Amount' ? styles.amount : undefined}>
    {title === '' ? <span className={tables.reader}>Selected</span> : title}
  </span>
));

interface Props extends Marking {
  readonly settlements: readonly Settlement[];
  readonly picked: string | null;
}

/** The table; moving through it picks, Space marks the row that has the focus. */
export function SettlementTable({ settlements, picked, ...marking }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const lengths = settlements.map(
    (known) => amountText(known.totalDueCents, known.currency).length,
  );
  useCssNumber(body, '--digits', Math.max(9, ...lengths));
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
    if (event.key !== ' ' || id === undefined) return;
    event.preventDefault();
    marking.onMark(id);
  };
  return (
    <div ref={body} className={styles.body} role="presentation" onKeyDown={onKeyDown}>
      <RowGrid
        label="Settlements"
        items={settlements}
        keyOf={(settlement) => settlement.id}
        rowPx={ROW_PX}
        head={HEAD}
        columns={styles.columns}
        cells={(settlement) => cells(settlement, marking)}
        selectedKey={picked}
        onOpen={(settlement) => {
          select(settlement.id);
        }}
        onMove={(settlement) => {
          select(settlement.id, true);
        }}
      />
    </div>
  );
}
