// Owns picking one of the last slots by keys, and keeping the focus with its slot while new ones
// come in. Refuses to move the focus for anybody who has it elsewhere.
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { Auction } from '../../../../contract/auction';
import { useAction } from '../../app/keys/use-action';
import { openScreen, select } from '../../app/route';
import { slotBeside } from '../slots';

/** Picks a slot; its bids are shown in the middle. */
export function pick(auction: Auction | null): void {
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
export function usePicking(slots: readonly Auction[], picked: string | null) {
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

/** Rows stay where they are and slots go through them; the focus goes with its slot. */
export function useFocusKept(list: RefObject<HTMLUListElement | null>, slots: readonly Auction[]) {
  const held = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || list.current?.contains(focused) !== true) return;
    if (focused.dataset['key'] === held.current) return;
    list.current.querySelector<HTMLElement>(`[data-key="${held.current ?? ''}"]`)?.focus();
  }, [list, slots]);
  return (event: FocusEvent<HTMLElement>): void => {
    held.current = event.target.dataset['key'];
  };
}
