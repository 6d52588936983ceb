// Owns what events would cost if they happened now: asked of the engine whenever the stakes or the
// price book changed. Refuses to reckon a price here: every number is the engine's own.
import { useEffect, useState } from 'react';
import type { MarkerContext } from '../../../../contract/marker';
import type { PriceTrace } from '../../../../contract/price-book';
import { ask } from '../../link/client';
import { usePriceBook } from '../../store/answers';
import { useVitals } from '../../store/vitals';

/** The events that are priced, with their short names. */
export const FLOOR_EVENTS = [
  ['goal_scored', 'Goal'],
  ['power_play_goal', 'PP goal'],
  ['spectacular_save', 'Save'],
  ['commercial_break', 'Break'],
] as const;

/** The traces of the events the book knows, null before the first answer; why it failed. */
export interface Floors {
  readonly traces: readonly PriceTrace[] | null;
  readonly fault: string | null;
}

/** The floors by the book in force under these stakes; the last ones stand while it is asked. */
export function useFloors(context: MarkerContext): Floors {
  const [floors, setFloors] = useState<Floors>({ traces: null, fault: null });
  const version = usePriceBook((state) => state.value?.version ?? null);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const stakes = JSON.stringify(context);
  useEffect(() => {
    if (!linked) return;
    let wanted = true;
    const eventTypes = FLOOR_EVENTS.map(([type]) => type);
    const stated = JSON.parse(stakes) as MarkerContext;
    void ask((client, signal) =>
      client.priceBook.floors({ eventTypes, context: stated }, { signal }),
    ).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFloors({ traces: answer.value.items, fault: null });
      else setFloors((old) => ({ ...old, fault: answer.sentence }));
    });
    return () => {
      wanted = false;
    };
  }, [stakes, version, linked]);
  return floors;
}
