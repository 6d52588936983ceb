// Owns the Settlements screen: states with their sums, the table, one settlement in full, and
// whether it all reconciles. Refuses to charge: nothing here sends anything.
import { useState } from 'react';
import type { SettlementStatus } from '../../../../contract/settlement';
import { useRoute } from '../../app/route';
import { Panel } from '../../parts/panel/panel';
import { Empty, Loading } from '../../parts/panel/states';
import { countText } from '../../parts/text/money';
import { usePicked } from '../../parts/use-picked';
import { statusOf, useSettlements, useStatus } from '../../store/feeds';
import { countOf } from '../totals';
import { ReconcileBar } from './reconcile-bar';
import { SettlementDetail } from './settlement-detail';
import { SettlementTable } from './settlement-table';
import styles from './settlements-screen.module.css';
import { StateStrip } from './state-strip';

function Detail({ id }: { readonly id: string | null }) {
  const settlement = useSettlements((state) => state.items.find((known) => known.id === id));
  if (settlement !== undefined) return <SettlementDetail settlement={settlement} />;
  return (
    <Panel title={id ?? 'Settlement'} place="settlement">
      {id === null ? (
        <Empty title="No settlement to show">A sold slot is written here at once.</Empty>
      ) : (
        <Empty title={`${id} is not among the newest`}>
          The console follows the newest 500; the engine keeps every one.
        </Empty>
      )}
    </Panel>
  );
}

/** The screen. */
export function SettlementsScreen() {
  const { items, loaded } = useSettlements();
  const inAll = useStatus((state) => countOf(statusOf(state)?.settlements ?? {}));
  const [status, setStatus] = useState<SettlementStatus | null>(null);
  const shown = status === null ? items : items.filter((known) => known.status === status);
  const pick = useRoute((route) => route.pick);
  const picked = usePicked(
    pick,
    items.map((settlement) => settlement.id),
  );
  const partial = inAll > items.length ? `, newest ${items.length} of ${countText(inAll)}` : '';
  return (
    <div className={styles.screen}>
      <StateStrip settlements={items} chosen={status} onChoose={setStatus} />
      <Panel title="Settlements" hint={`newest first${partial}`} place="settlements">
        {!loaded ? (
          <Loading rows={10} />
        ) : items.length === 0 ? (
          <Empty title="Nothing is owed">A sold slot is written here in the same moment.</Empty>
        ) : shown.length === 0 ? (
          <Empty title="None in this state">Press the state again to see all.</Empty>
        ) : (
          <SettlementTable settlements={shown} picked={picked} />
        )}
      </Panel>
      <Detail id={picked} />
      <ReconcileBar />
    </div>
  );
}
