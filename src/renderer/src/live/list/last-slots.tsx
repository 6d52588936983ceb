// Owns the last twelve slots: event, buyer, price, spare time, state. Arrows pick one (its bids
// show in the middle), Enter opens its whole story. Refuses to change anything.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Auction } from '../../../../contract/auction';
import { useAction } from '../../app/keys/use-action';
import { openScreen, select, useRoute } from '../../app/route';
import { KeyCap } from '../../parts/marks/badge';
import { Loading } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import { statusOf, useStatus } from '../../store/feeds';
import { lastSlots, slotBeside } from '../slots';
import { seenNowMs, useSeenAuctions } from '../view/seen';
import styles from './last-slots.module.css';
import { SlotRow } from './slot-row';
import { tonightOf } from './tonight';

function pick(auction: Auction | null): void {
  if (auction !== null) select(auction.id, true);
}

const STEPS: Record<string, 1 | -1> = {
  ArrowDown: 1,
  ArrowRight: 1,
  j: 1,
  J: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  k: -1,
  K: -1,
};

/** Picks with arrows and follows the pick with the focus; Enter opens. */
function usePicking(slots: readonly Auction[], picked: string | null) {
  const list = useRef<HTMLUListElement>(null);
  const follow = useRef(false);
  const go = (step: 1 | -1): void => {
    follow.current = true;
    pick(slotBeside(slots, picked, step));
  };
  useAction('slot.newer', () => {
    go(-1);
  });
  useAction('slot.older', () => {
    go(1);
  });
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [picked]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = (event.target as HTMLElement).dataset['key'];
    if (event.key === 'Enter' && id !== undefined) openScreen('auctions', id);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(step);
  };
  return { list, onKeyDown };
}

function List({ slots }: { readonly slots: readonly Auction[] }) {
  const picked = useRoute((route) => route.pick);
  const { list, onKeyDown } = usePicking(slots, picked);
  const here = slots.some(({ id }) => id === picked);
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Last 12 slots"
      onKeyDown={onKeyDown}
    >
      {slots.map((auction, at) => (
        <SlotRow
          key={auction.id}
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
        <Loading rows={18} />
      )}
      {loaded ? <Foot auctions={items} /> : null}
    </Panel>
  );
}
