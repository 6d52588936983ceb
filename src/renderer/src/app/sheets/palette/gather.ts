// Owns gathering everything the palette can find, at the moment it is open: what answers to a key
// now, and the ids the feeds hold. Refuses to ask the engine: what is not fed is not found.
import { eventName } from '../../../parts/text/words';
import { useAuctions, useMarkers, useSettlements } from '../../../store/feeds';
import { answers, act } from '../../keys/use-action';
import { SURFACE } from '../../keys/surface';
import { capName, KEYS, type KeyRow } from '../../keys/table';
import { useLook, wear, type Aspect } from '../../look/look';
import { goToScreen } from '../../places';
import { openScreen } from '../../route';
import { belongs, screenOf, type Find } from './finds';

function actionFind(row: KeyRow): Find {
  const screen = screenOf(row.action);
  return {
    key: row.action,
    words: row.words,
    kind: screen === null ? 'Action' : 'Screen',
    cap: capName(row[SURFACE][0] ?? ''),
    run: () => {
      if (screen === null) act(row.action);
      else goToScreen(screen);
    },
  };
}

function lookFind(aspect: Aspect, words: readonly [string, string]): Find {
  const on = useLook.getState()[aspect];
  const run = (): void => {
    wear(aspect, !on);
  };
  return { key: `look.${aspect}`, words: words[on ? 1 : 0], kind: 'Look', cap: '', run };
}

function idFinds(): Find[] {
  const auctions = useAuctions.getState().items.map(({ id, eventType, status }): Find => {
    const words = `${id} ${eventName(eventType)}, ${status.toLowerCase()}`;
    const run = (): void => {
      openScreen('auctions', id);
    };
    return { key: id, words, kind: 'Auction', cap: '', run };
  });
  const cues = useMarkers.getState().items.map(({ id, eventType, status }): Find => {
    const words = `${id} ${eventName(eventType)}, ${status.toLowerCase()}`;
    const run = (): void => {
      openScreen('markers', id);
    };
    return { key: id, words, kind: 'Cue', cap: '', run };
  });
  const settlements = useSettlements.getState().items.map(({ id, advertiser, status }): Find => {
    const run = (): void => {
      openScreen('settlements', id);
    };
    return { key: id, words: `${id} ${advertiser}, ${status}`, kind: 'Settlement', cap: '', run };
  });
  return [...auctions, ...cues, ...settlements];
}

/** Everything that can be found now. */
export function gather(): readonly Find[] {
  const rows = KEYS.filter(belongs).filter(
    ({ action }) => screenOf(action) !== null || answers(action),
  );
  return [
    ...rows.map(actionFind),
    lookFind('light', ['Bright, for open doors and sun', 'Dark, for a dark truck']),
    lookFind('palette', ['Deutan colours', 'Usual colours']),
    ...idFinds(),
  ];
}
