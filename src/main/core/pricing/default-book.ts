// Owns the price book the product comes with: base values, modifiers, aliases. Refuses to be more
// than a first version: every change to it is a new version in the journal.
import type {
  EventPrice,
  Importance,
  PriceBook,
  PriceBookVersion,
} from '../../../contract/price-book';

const SLOT_MS = 10_000;
const BREAK_SLOT_MS = 30_000;

function event(baseCents: number, importance: Importance, slotMs = SLOT_MS): EventPrice {
  return {
    baseCents,
    eventBps: 10_000,
    importance,
    enabled: true,
    minimumImportance: 'low',
    minimumGapMs: 0,
    slotMs,
    excludes: [],
  };
}

const ALIASES = {
  goal: 'goal_scored',
  ppg: 'power_play_goal',
  pp_goal: 'power_play_goal',
  shg: 'short_handed_goal',
  sh_goal: 'short_handed_goal',
  shorthanded_goal: 'short_handed_goal',
  so_goal: 'shootout_goal',
  save: 'spectacular_save',
  great_save: 'spectacular_save',
  fighting: 'fight',
  replay: 'instant_replay',
  pp: 'power_play',
  powerplay: 'power_play',
  break: 'commercial_break',
  commercial: 'commercial_break',
  ad_break: 'commercial_break',
  tv_timeout: 'commercial_break',
};

/** The default book, in US dollars. */
export const DEFAULT_BOOK: PriceBook = {
  currency: 'USD',
  events: {
    goal_scored: event(500_000, 'critical'),
    power_play_goal: event(600_000, 'critical'),
    short_handed_goal: event(700_000, 'critical'),
    shootout_goal: event(800_000, 'critical'),
    spectacular_save: event(250_000, 'high'),
    fight: event(350_000, 'high'),
    instant_replay: event(300_000, 'high'),
    penalty: event(150_000, 'normal'),
    power_play: event(200_000, 'normal'),
    commercial_break: event(50_000, 'low', BREAK_SLOT_MS),
  },
  aliases: ALIASES,
  modifiers: {
    is_overtime: 15_000,
    is_playoffs: 20_000,
    is_finals: 30_000,
    star_player: 12_500,
    close_game: 14_000,
    rivalry: 13_000,
    late_period: 12_000,
  },
  exclusive: [['is_playoffs', 'is_finals']],
  capBps: 100_000,
  reserveBps: 10_000,
};

/** The default book as version 1. `appliedAt` is ISO 8601 in UTC. */
export function firstVersion(appliedAt: string): PriceBookVersion {
  return {
    version: 1,
    name: 'House book',
    why: 'The book the product comes with.',
    actor: 'engine',
    appliedAt,
    book: DEFAULT_BOOK,
  };
}
