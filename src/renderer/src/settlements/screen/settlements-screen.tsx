// Owns the Settlements screen: states with their sums, the table, one settlement in full, and
// whether it all reconciles. Refuses to charge: nothing here sends anything.
import { useState } from 'react';
import type { Settlement, SettlementStatus } from '../../../../contract/settlement';
import type { MoneyTotal } from '../../../../contract/status';
import { useAction } from '../../app/keys/use-action';
import { useRoute } from '../../app/route';
import { Awaited } from '../../parts/panel/awaited';
import { Panel } from '../../parts/panel/panel';
import { Empty } from '../../parts/panel/states';
import { countText } from '../../parts/text/money';
import { usePicked } from '../../parts/use-picked';
import { statusOf, useSettlements, useStatus } from '../../store/feeds';
import { countOf } from '../totals';
import { ReconcileBar } from './reconcile-bar';
import { Selection } from './selection';
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

/** Which ones are marked; marking all of them again takes every mark away. */
function useMarked(shown: readonly Settlement[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const onMark = (id: string): void => {
    setMarked(
      new Set(marked.has(id) ? [...marked].filter((known) => known !== id) : [...marked, id]),
    );
  };
  const onAll = (): void => {
    const all = shown.length > 0 && shown.every(({ id }) => marked.has(id));
    setMarked(new Set(all ? [] : shown.map(({ id }) => id)));
  };
  useAction('settlements.all', onAll);
  return { marked, onMark, onAll };
}

function Table({ chosen }: { readonly chosen: SettlementStatus | null }) {
  const { items, loaded } = useSettlements();
  const inAll = useStatus((state) => countOf(statusOf(state)?.settlements ?? {}));
  const shown = chosen === null ? items : items.filter((known) => known.status === chosen);
  const { marked, onMark, onAll } = useMarked(shown);
  const pick = useRoute((route) => route.pick);
  const ids = items.map((settlement) => settlement.id);
  const picked = usePicked(pick, ids);
  const partial = inAll > items.length ? `newest ${items.length} of ${countText(inAll)}` : '';
  const plain = items.length === 0 ? '' : `${countText(inAll)}, newest first`;
  const hint = partial === '' ? plain : partial;
  const among = items.filter(({ id }) => marked.has(id));
  const selection = items.length === 0 ? null : <Selection marked={among} onAll={onAll} />;
  return (
    <>
      <Panel title="Settlements" hint={hint} end={selection} place="settlements">
        {!loaded ? (
          <Awaited feed="settlements" rows={10} />
        ) : items.length === 0 ? (
          <Empty title="Nothing is owed">A sold slot is written here in the same moment.</Empty>
        ) : shown.length === 0 ? (
          <Empty title="None in this state">Press the state again to see all.</Empty>
        ) : (
          <SettlementTable settlements={shown} {...{ picked, marked, onMark }} />
        )}
      </Panel>
      <Detail id={picked} />
    </>
  );
}

const NO_TOTALS: readonly MoneyTotal[] = [];

/** The screen. */
export function SettlementsScreen() {
  const totals = useStatus((state) => statusOf(state)?.totals) ?? NO_TOTALS;
  const [chosen, setChosen] = useState<SettlementStatus | null>(null);
  return (
    <div className={styles.screen}>
      <StateStrip totals={totals} chosen={chosen} onChoose={setChosen} />
      <Table chosen={chosen} />
      <ReconcileBar />
    </div>
  );
}
