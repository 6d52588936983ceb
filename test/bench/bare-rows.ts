// Owns the rows of the reference: the tables the engine fills for this traffic, and bodies as long
// as the engine's own (average lengths, counted in a journal of this bench).
const LENGTHS = {
  'marker-recorded': 1_290,
  'marker-repeated': 153,
  'marker-copied': 34,
  'auction-created': 1_114,
  'auction-opened': 591,
  'auction-closed': 789,
  'settlement-born': 397,
} as const;

/** A body for each type of entry. */
export const BODIES = Object.fromEntries(
  Object.entries(LENGTHS).map(([type, length]) => [type, 'x'.repeat(length)]),
) as Readonly<Record<keyof typeof LENGTHS, string>>;

/** The pragmas and tables. */
export const SCHEMA = `
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
CREATE TABLE journal (seq INTEGER PRIMARY KEY, type TEXT, actor TEXT, cause TEXT,
  arrived_at_ms INTEGER, decided_at_ms INTEGER, recorded_at_ms INTEGER, body TEXT,
  prev_hash TEXT, hash TEXT) STRICT;
CREATE TABLE markers (seq INTEGER PRIMARY KEY, number INTEGER UNIQUE, status TEXT,
  received_at_ms INTEGER, auction_id TEXT, copies INTEGER) STRICT;
CREATE INDEX markers_by_status ON markers (status, seq);
CREATE TABLE auctions (seq INTEGER PRIMARY KEY, auction_id TEXT UNIQUE, marker_id TEXT UNIQUE,
  status TEXT, phase TEXT, rehearsal INTEGER, created_at_ms INTEGER, opened_seq INTEGER,
  ended_seq INTEGER) STRICT;
CREATE INDEX auctions_by_status ON auctions (status, seq);
CREATE INDEX auctions_by_phase ON auctions (phase, seq);
CREATE TABLE bids (auction_id TEXT, n INTEGER, bid_id TEXT, bidder_id TEXT, amount_cents INTEGER,
  reason TEXT, PRIMARY KEY (auction_id, n)) STRICT, WITHOUT ROWID;
CREATE TABLE holds (auction_id TEXT, bidder_id TEXT, rehearsal INTEGER, amount_cents INTEGER,
  state TEXT, PRIMARY KEY (auction_id, bidder_id)) STRICT, WITHOUT ROWID;
CREATE TABLE settlements (seq INTEGER PRIMARY KEY, settlement_id TEXT UNIQUE,
  auction_id TEXT UNIQUE, status TEXT, rehearsal INTEGER) STRICT;
`;
