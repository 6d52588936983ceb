// Owns the last twelve slots: event, buyer, price, spare time, state. Arrows pick one (its bids
// show in the middle), Enter opens its whole story. Refuses to change anything.
import type { Auction } from '../../../../contract/auction';
import { useRoute } from '../../app/route';
import { KeyCap } from '../../parts/marks/badge';
import { Awaited } from '../../parts/panel/awaited';
import { Panel } from '../../parts/panel/panel';
import { countText } from '../../parts/text/money';
import { lastSlots } from '../slots';
import { useSeenAuctions, useSeenStatus } from '../view/seen';
import { inAll } from './in-all';
import styles from './last-slots.module.css';
import { SlotRow } from './slot-row';
import { pick, useFocusKept, usePicking } from './use-picking';

function List({ slots }: { readonly slots: readonly Auction[] }) {
  const picked = useRoute((route) => route.pick);
  const { list, onKeyDown } = usePicking(slots, picked);
  const onFocus = useFocusKept(list, slots);
  const here = slots.some(({ id }) => id === picked);
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Last 12 slots"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {slots.map((auction, at) => (
        <SlotRow
          key={at}
          auction={auction}
          picked={auction.id === picked}
          tabbable={here ? auction.id === picked : at === 0}
          onPick={() => {
            pick(auction);
          }}
        />
      ))}
    </ul>
  );
}

function Foot() {
  const status = useSeenStatus();
  const { rehearsal, sold, decided, sums } = inAll(status?.totals ?? [], status?.mode ?? null);
  return (
    <div className={styles.foot}>
      <span>
        In all {countText(sold)} {rehearsal ? 'rehearsed' : 'sold'} of {countText(decided)}
      </span>
      <b>{sums.length === 0 ? 'nothing yet' : sums.join(' + ')}</b>
    </div>
  );
}

const COUNTED = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

function SoFar({ count }: { readonly count: number }) {
  const word = COUNTED[count];
  if (word === undefined) return null;
  const slots = count === 1 ? 'slot' : 'slots';
  return (
    <p className={styles.soFar}>
      {word} {slots} so far. New ones come in at the top.
    </p>
  );
}

/** The panel. */
export function LastSlots({ className }: { readonly className: string | undefined }) {
  const { items, loaded } = useSeenAuctions();
  const slots = lastSlots(items);
  return (
    <Panel
      title="Last 12 slots"
      hint="price, spare, state"
      end={
        <span className={styles.keys}>
          <KeyCap>{'\u2190'}</KeyCap> <KeyCap>{'\u2192'}</KeyCap> <KeyCap>Enter</KeyCap>
        </span>
      }
      place="slots"
      className={className}
    >
      {loaded ? (
        <>
          {slots.length === 0 ? null : <List slots={slots} />}
          <SoFar count={slots.length} />
        </>
      ) : (
        <Awaited feed="auctions" rows={18} />
      )}
      {loaded ? <Foot /> : null}
    </Panel>
  );
}
