// Owns the places of the console and how the focus gets there: G and a letter, or the rail. Refuses
// keys that a browser keeps for itself (F3, F5, F12, Ctrl+L and the like).
import { selectAuction, useRoute } from './route';

/** A place and its key. */
export interface Place {
  readonly key: string;
  readonly word: string;
  /** The data-place of the panel. */
  readonly place: string;
}

export const PLACES: readonly Place[] = [
  { key: 'l', word: 'Live', place: 'slot' },
  { key: 'a', word: 'Auctions', place: 'auctions' },
  { key: 'm', word: 'Markers', place: 'markers' },
  { key: 'c', word: 'Cue', place: 'cue' },
  { key: 's', word: 'Settle', place: 'settlements' },
];

const FOCUSABLE = '[role="row"][tabindex="0"], button:not(:disabled), input, [tabindex="0"]';

/**
 * Moves the focus into a place: its list's row, else the first thing one can use. An explanation
 * that lies over the place is closed first.
 */
export function goTo(place: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  if (panel === null) {
    if (useRoute.getState().auction === null) return;
    selectAuction(null);
    requestAnimationFrame(() => {
      goTo(place);
    });
    return;
  }
  const inside = panel.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
  const target = inside ?? panel.querySelector<HTMLElement>(FOCUSABLE) ?? panel;
  if (target === panel) panel.tabIndex = -1;
  target.focus();
}
