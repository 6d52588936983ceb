// Owns the keys of the whole page: G and a letter, J/K into the auctions, Esc, Pause. Off in text
// fields, where Esc leaves the field. Refuses Space and Enter: no key fires anything.
import { closeExplanation } from '../auctions/explain-panel';
import { useRoute } from './route';
import { goTo, PLACES } from './places';

const CHORD_MS = 1_500;

/** What the page does on a key; `acknowledgeTop` takes the top notice off the line. */
export interface PageKeys {
  readonly acknowledgeTop: () => void;
}

function inText(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function escape(target: EventTarget | null): void {
  if (inText(target)) target.blur();
  else if (useRoute.getState().auction !== null) closeExplanation();
}

/** Listens to the page's keys; gives the stop. */
export function followKeys(page: PageKeys): () => void {
  let chordUntilMs = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'escape') escape(event.target);
    if (inText(event.target)) return;
    if (key === 'pause') page.acknowledgeTop();
    const chord = performance.now() < chordUntilMs;
    chordUntilMs = key === 'g' ? performance.now() + CHORD_MS : 0;
    const place = chord ? PLACES.find((known) => known.key === key) : undefined;
    if (place !== undefined) goTo(place.place);
    else if (key === 'j' || key === 'k') goTo('auctions');
  };
  addEventListener('keydown', onKey);
  return () => {
    removeEventListener('keydown', onKey);
  };
}
