// Owns the places of the console: the screens of the rail, what they are called, which list leads
// on each, and how the focus gets there. Refuses places that do not exist.
import { openScreen, useRoute, type Screen } from './route';

/** A screen on the rail. */
export interface Place {
  readonly screen: Screen;
  /** On the rail, where there is little room. */
  readonly word: string;
  readonly title: string;
  /** The data-place of the panel that J and K lead into. */
  readonly leads: string;
}

export const PLACES: readonly Place[] = [
  { screen: 'live', word: 'Live', title: 'Live', leads: 'slots' },
  { screen: 'markers', word: 'Markers', title: 'Markers', leads: 'markers' },
  { screen: 'cue', word: 'Cue', title: 'Manual cue', leads: 'cue' },
  { screen: 'values', word: 'Values', title: 'Values', leads: 'values' },
  { screen: 'auctions', word: 'Auctions', title: 'Auctions', leads: 'auctions' },
  { screen: 'settlements', word: 'Settle', title: 'Settlements', leads: 'settlements' },
  { screen: 'health', word: 'Health', title: 'Health', leads: 'health' },
];

/** What a screen is called; the inspector and the gallery have no place on the rail. */
export function titleOf(screen: Screen): string {
  if (screen === 'markers/inspect') return 'Inspector';
  return PLACES.find((place) => place.screen === screen)?.title ?? 'Gallery of parts';
}

/** What is marked `data-leads` takes the focus where a text field must not: digits select there. */
const ROW = '[role="row"][tabindex="0"], [role="option"][tabindex="0"], [data-leads]';
const FOCUSABLE = `${ROW}, button:not(:disabled), input, textarea, [tabindex="0"]`;

/** Moves the focus into a panel: its list's row, else the first thing one can use. */
export function goTo(place: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  if (panel === null) return;
  const inside = panel.querySelector<HTMLElement>(ROW);
  const target = inside ?? panel.querySelector<HTMLElement>(FOCUSABLE) ?? panel;
  if (target === panel) panel.tabIndex = -1;
  target.focus();
}

/** The place of the open screen. */
export function placeNow(): Place | undefined {
  const { screen } = useRoute.getState();
  return PLACES.find((place) => place.screen === screen);
}

/** Opens a screen and puts the focus into what leads on it. */
export function goToScreen(screen: Screen): void {
  openScreen(screen);
  requestAnimationFrame(() => {
    goTo(screen === 'markers/inspect' ? 'paste' : (placeNow()?.leads ?? ''));
  });
}
