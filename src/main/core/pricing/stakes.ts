// Owns what a marker says about the moment, as facts a price can be made of. Refuses to guess: an
// absent key is silent and neutral; only a key that is there speaks, and `false` speaks too.
import type { MarkerContext } from '../../../contract/marker';
import type { ModifierName } from '../../../contract/price-book';
import { MODIFIER_ORDER, type Fact } from './floor';

const KEYS = {
  is_overtime: 'isOvertime',
  is_playoffs: 'isPlayoffs',
  is_finals: 'isFinals',
  star_player: 'starPlayer',
  close_game: 'closeGame',
  rivalry: 'rivalry',
  late_period: 'latePeriod',
} as const satisfies Record<ModifierName, keyof MarkerContext>;

/** One fact for every modifier, in the order of a trace. */
export function factsFromMarker(context: MarkerContext): Fact[] {
  return MODIFIER_ORDER.map((name) => {
    const said = context[KEYS[name]];
    if (said === undefined) return { name, holds: false, fact: 'not stated', source: null };
    return { name, holds: said, fact: said ? 'stated true' : 'stated false', source: 'marker' };
  });
}
