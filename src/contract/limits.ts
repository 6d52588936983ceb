// Owns every limit that more than one side must know. Refuses to be a settings file: what an
// operator may change stands in config.ts; what stands here is fixed.

/** Items on one page of a list: default and most. */
export const PAGE_DEFAULT = 100;
export const PAGE_MOST = 500;

/** Distinct items a feed keeps; who is further behind gets a snapshot. */
export const FEED_KEEP = 500;
/** Items in one batch of a feed. */
export const FEED_BATCH = 200;
/** Longest wait of one feed pull, and the pause a client keeps between two (10 Hz). */
export const FEED_WAIT_MOST_MS = 5_000;
export const FEED_PAUSE_MS = 100;

/** Largest request body on HTTP and largest frame on WebSocket. */
export const BODY_MOST_BYTES = 1_048_576;
/** Largest JSON that may ride on a cue. */
export const CUE_JSON_MOST_BYTES = 16_384;

/** Shortest and longest marker auction. */
export const AUCTION_LEAST_MS = 100;
export const AUCTION_MOST_MS = 5_000;
/** Kept free before the splice when an auction is shortened. */
export const AUCTION_SPLICE_MARGIN_MS = 100;

/** Copies of one marker that become rows; further ones are only counted. */
export const COPY_ROWS_MOST = 10;
/** INVALID cues a source stores with their bytes in a minute; further ones are only counted. */
export const INVALID_ROWS_A_MINUTE = 20;
/** The same over all sources, so that forged addresses cannot fill the disk. */
export const INVALID_ROWS_A_MINUTE_ALL = 200;
/** Sources whose counters are kept at once; the oldest gives way. */
export const SOURCES_MOST = 1_024;

/** Least time between two manual cues. */
export const MANUAL_CUE_GAP_MS = 1_000;
/** A console that hears nothing for this long shows its numbers as stale. */
export const STALE_AFTER_MS = 1_000;
/** How grave a line of the log is, the mildest first. */
export const LOG_LEVELS = ['info', 'warn', 'error'] as const;
/** Auctions that a preview of a price book prices again. */
export const PREVIEW_AUCTIONS = 20;

/** Lines of the log that are kept at hand, and the most one question gets. */
export const LOG_MOST = 200;

/** The pads of a manual cue, in the order in which a console shows them. */
export const MANUAL_PADS = [
  'out-30',
  'out-60',
  'out-120',
  'in',
  'cancel',
  'slot-start',
  'slot-end',
  'replay',
] as const;

/** Pads whose cue says which event it is; the others follow from a cue heard before. */
export const PADS_WITH_EVENT = ['out-30', 'out-60', 'out-120', 'slot-start'] as const;
