// Owns the two tables side by side in their panels: base values by event, factors by modifier with
// the slider below. Refuses to sort by value: no row moves when one changes.
import type { PriceBook, PriceBookVersion } from '../../../../contract/price-book';
import { Panel } from '../../parts/panel/panel';
import { useRowsSeen } from '../../parts/panel/use-rows-seen';
import { shareText } from '../../parts/text/money';
import type { Edit } from '../book-edits';
import type { Holding } from '../preview/use-holding';
import { useValues } from '../values-store';
import { BaseLock, useBaseLocked } from './base-lock';
import { BaseTable } from './base-table';
import { ModifierTable } from './modifier-table';
import styles from './tables.module.css';
import { WhatIf } from './what-if';

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
  readonly holding: Holding;
}

/** The house's own book: the first version, null until the versions are read. */
function useHouseBook(): PriceBook | null {
  const first = useValues((state) => state.versions?.at(-1) ?? null);
  return first?.version === 1 ? first.book : null;
}

/** The two panels. */
export function ValueTables({ version, edits, holding }: Props) {
  const { book } = version;
  const house = useHouseBook();
  const locked = useBaseLocked();
  const { ref, seen } = useRowsSeen();
  const how = locked ? 'locked on air' : 'Enter stages, nothing is applied';
  const cap = `cap ${book.capBps / 10_000} × base`;
  const bounds = `1.00 to 5.00, ${cap}, reserve ${shareText(book.reserveBps)}`;
  const held = <span className={styles.note}>{holding.from}</span>;
  return (
    <>
      <Panel
        title={`Base values, ${book.currency}`}
        hint={seen === '' ? how : `${seen}, ${how}`}
        end={<BaseLock />}
        place="values"
      >
        <BaseTable {...{ version, edits, house, locked }} body={ref} />
      </Panel>
      <Panel title="Modifiers" hint={bounds} end={held} place="modifiers">
        <ModifierTable {...{ version, edits, house, holding }} />
        <WhatIf version={version} edits={edits} />
      </Panel>
    </>
  );
}
