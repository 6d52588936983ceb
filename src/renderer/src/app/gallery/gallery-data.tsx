// Owns the gallery's inputs, rows of a table, price chips, meters of spare time, and the same parts
// in each look. Refuses to keep what is typed: nothing here is a value of the show.
import { auctionCells } from '../../auctions/auction-cells';
import rows from '../../auctions/auction-list.module.css';
import { SpareMeter } from '../../live/tiles/spare-meter';
import { WhyChips } from '../../live/tiles/why-chips';
import { RowGrid } from '../../parts/grid/row-grid';
import { cx } from '../../parts/cx';
import { Badge } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import tables from '../../parts/panel/table.module.css';
import cells from '../../values/tables/tables.module.css';
import { nothing } from './gallery-controls';
import styles from './gallery.module.css';
import { LATE_SAMPLE, SAMPLE, SAMPLE_PRICE } from './sample';
import { Shelf } from './shelf';

const CELLS = [
  ['Rest', '5,000.00', ''],
  ['Pending', '5,500.00', cells.pending],
  ['Out of bounds', '0.20', cells.bad],
  ['Locked on air', '5,000.00', cells.locked],
] as const;
const LOOKS = [
  ['Dark', 'none', 'dark'],
  ['Bright', 'none', 'bright'],
  ['Deutan', 'deutan', 'dark'],
] as const;
const HEAD = ['Auction', 'Event, winner or reason', 'Price or state'].map((title) => (
  <div key={title} role="columnheader">
    {title}
  </div>
));

function Inputs() {
  return (
    <Shelf title="Inputs">
      {CELLS.map(([name, value, look]) => (
        <label key={name} className={styles.field}>
          {name}
          <input
            className={cx(cells.cell, look)}
            defaultValue={value}
            readOnly={look === cells.locked}
            aria-invalid={look === cells.bad}
          />
          {look === cells.bad ? <small>1.00 to 5.00</small> : null}
        </label>
      ))}
      <label className={styles.withMark}>
        <input type="checkbox" className={tables.check} /> not marked
      </label>
      <label className={styles.withMark}>
        <input type="checkbox" className={tables.check} defaultChecked /> marked
      </label>
    </Shelf>
  );
}

function Looks() {
  return (
    <Shelf title="The same in each look">
      {LOOKS.map(([name, palette, light]) => (
        <div key={name} className={styles.look} data-palette={palette} data-light={light}>
          <b>{name}</b>
          <Badge tone="open" word="OPEN" />
          <Badge tone="attention" word="DECLINED" />
          <Badge tone="fault" word="FROZEN" />
          <button type="button" className={cx(panels.button, panels.primary)}>
            Primary
          </button>
        </div>
      ))}
    </Shelf>
  );
}

/** The shelves of data. */
export function DataParts() {
  return (
    <>
      <Inputs />
      <Shelf title="Price chips and spare time">
        <WhyChips price={SAMPLE_PRICE} />
        <div className={styles.wide}>
          <SpareMeter auction={SAMPLE} />
          <SpareMeter auction={LATE_SAMPLE} />
        </div>
      </Shelf>
      <Shelf title="Rows: selected, plain">
        <div className={styles.rows}>
          <RowGrid
            label="Sample rows"
            items={[SAMPLE, LATE_SAMPLE]}
            keyOf={({ id }) => id}
            rowPx={44}
            head={HEAD}
            columns={rows.columns}
            cells={auctionCells}
            selectedKey={SAMPLE.id}
            onOpen={nothing}
          />
        </div>
      </Shelf>
      <Looks />
    </>
  );
}
