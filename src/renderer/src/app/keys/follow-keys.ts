// Owns listening to the page's keys and doing what the table says. Off in text fields, where Esc
// leaves the field, and but for Esc while a sheet is open. Refuses to fire: holding is the ring's.
import { select, useRoute, type Screen } from '../route';
import { goTo, goToScreen, placeNow } from '../places';
import { SURFACE } from './surface';
import { keyCameUp, keyWentDown } from './pressed';
import { keyName, rowOf, type Action, type KeyRow } from './table';
import { act } from './use-action';

const CHORD_MS = 1_500;

/** What answers also while a sheet lies over the screen. */
const OVER_SHEETS: readonly Action[] = [
  ...(['notice.acknowledge', 'palette.show', 'desk.lock', 'hold.auctions', 'mode.on-air'] as const),
];

/** Whether a text field has the focus; ticks and sliders take no letters. */
function inText(target: EventTarget | null): target is HTMLElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'range'].includes(target.type);
}

function leave(target: EventTarget | null): void {
  if (inText(target)) target.blur();
  else if (!act('leave') && useRoute.getState().pick !== null) select(null);
}

function perform(row: KeyRow, event: KeyboardEvent): void {
  const { action } = row;
  if (row.held === true || action === 'desk.lock') keyWentDown(action);
  const sheet = document.querySelector('[role="dialog"]') !== null;
  if (action === 'leave') leave(event.target);
  else if (OVER_SHEETS.includes(action)) act(action);
  else if (sheet) return;
  else if (action.startsWith('screen.')) goToScreen(action.slice(7) as Screen);
  else if (action === 'list.next' || action === 'list.last') goTo(placeNow()?.leads ?? '');
  else if (!act(action)) return;
  if (action !== 'leave') event.preventDefault();
}

/** Listens to the page's keys; gives the stop. */
export function followKeys(): () => void {
  let chordUntilMs = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.metaKey || event.altKey) return;
    const name = keyName(event);
    const chord = performance.now() < chordUntilMs;
    const typing = inText(event.target);
    chordUntilMs = name === 'G' && !typing ? performance.now() + CHORD_MS : 0;
    const { screen } = useRoute.getState();
    const chorded = chord ? rowOf(SURFACE, `G ${name}`, screen) : undefined;
    const row = chorded ?? rowOf(SURFACE, name, screen);
    if (row === undefined) return;
    if (row.action === 'fire') {
      // Firing is the ring's own; the key must not press the button that has the focus.
      if (!typing) event.preventDefault();
      return;
    }
    // A key that repeats acts once.
    if (event.repeat && !row.action.startsWith('list.')) {
      event.preventDefault();
      return;
    }
    if (!typing || row.inFields === true) perform(row, event);
  };
  addEventListener('keydown', onKey);
  addEventListener('keyup', keyCameUp);
  addEventListener('blur', keyCameUp);
  return () => {
    removeEventListener('keydown', onKey);
    removeEventListener('keyup', keyCameUp);
    removeEventListener('blur', keyCameUp);
  };
}
