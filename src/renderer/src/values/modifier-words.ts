// Owns when each modifier holds, in words, in the order of a price trace. Refuses to decide whether
// one holds: the engine does, for each moment.
import type { ModifierName } from '../../../contract/price-book';

/** When a modifier holds. */
export const MODIFIER_WORDS = {
  is_overtime: 'the game is in overtime',
  is_playoffs: 'a play-off game',
  is_finals: 'a final; playoffs then do not count',
  star_player: 'a star player is named',
  close_game: 'the score is close',
  rivalry: 'the two are rivals',
  late_period: 'late in the last period',
} as const satisfies Record<ModifierName, string>;
