// Owns the last twelve slots: event, buyer, price, spare time, state. Arrows pick one (its bids
// show in the middle), Enter opens its whole story. Refuses to change anything.
import type { Auction } from '../../../../contract/auction';
import { useRoute } from '../../app/route';
import { KeyCap } from '../../parts/marks/badge';
import { Awaited } from '../../parts/panel/awaited';
import { Panel } from '../../parts/panel/panel';
import { statusOf, useStatus } from '../../store/feeds';
import { lastSlots } from '../slots';
import { seenNowMs, useSeenAuctions } from '../view/seen';
import styles from './last-slots.module.css';
import { SlotRow } from './slot-row';
import { tonightOf } from './tonight';
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

function Foot({ auctions }: { readonly auctions: readonly Auction[] }) {
  const mode = useStatus((state) => statusOf(state)?.mode ?? null);
  const { rehearsal, sold, decided, sums } = tonightOf(auctions, mode, seenNowMs());
  return (
    <div className={styles.foot}>
      <span>
        Tonight {sold} {rehearsal ? 'rehearsed' : 'sold'} of {decided}
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
      {loaded ? <Foot auctions={items} /> : null}
    </Panel>
  );
}
