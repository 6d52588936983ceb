// Owns schema 1: the journal with its guards, and the first projections. Projections hold what is
// searched for and counted; the facts themselves are read from the journal at the row's seq, so
// nothing is written twice. Refuses edits: it has been shipped.
import type { Migration } from './migration';

const JOURNAL = `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  cause TEXT NOT NULL,
  arrived_at_ms INTEGER NOT NULL,
  decided_at_ms INTEGER NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  body TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE write_probe (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  tried INTEGER NOT NULL,
  padding BLOB
) STRICT;
INSERT INTO write_probe (id, tried) VALUES (1, 0);
`;

const MARKERS = `
CREATE TABLE markers (
  seq INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  status TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER,
  auction_id TEXT,
  copies INTEGER NOT NULL CHECK (copies >= 0)
) STRICT;
CREATE INDEX markers_by_status ON markers (status, seq);
CREATE INDEX markers_by_expiry ON markers (expires_at_ms) WHERE expires_at_ms IS NOT NULL;
CREATE TABLE rejected_cues (
  address TEXT NOT NULL,
  reason TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  first_at_ms INTEGER NOT NULL,
  last_at_ms INTEGER NOT NULL,
  PRIMARY KEY (address, reason)
) STRICT, WITHOUT ROWID;
`;

const AUCTIONS = `
CREATE TABLE auctions (
  seq INTEGER PRIMARY KEY,
  auction_id TEXT NOT NULL UNIQUE,
  marker_id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('waiting', 'live', 'closed')),
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  air_by_ms INTEGER NOT NULL,
  opened_seq INTEGER,
  ended_seq INTEGER,
  price_cents INTEGER
) STRICT;
CREATE INDEX auctions_by_status ON auctions (status, seq);
CREATE INDEX auctions_by_phase ON auctions (phase, seq);
CREATE INDEX auctions_by_air ON auctions (air_by_ms);
CREATE TABLE bids (
  auction_id TEXT NOT NULL REFERENCES auctions (auction_id),
  n INTEGER NOT NULL,
  bid_id TEXT NOT NULL,
  bidder_id TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (auction_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE holds (
  auction_id TEXT NOT NULL REFERENCES auctions (auction_id),
  bidder_id TEXT NOT NULL,
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  state TEXT NOT NULL CHECK (state IN ('HELD', 'RELEASED', 'CONVERTED')),
  PRIMARY KEY (auction_id, bidder_id)
) STRICT, WITHOUT ROWID;
`;

const MONEY = `
CREATE TABLE bidders (
  bidder_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  budget_cents INTEGER NOT NULL CHECK (budget_cents >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE purses (
  bidder_id TEXT NOT NULL REFERENCES bidders (bidder_id),
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  held_cents INTEGER NOT NULL CHECK (held_cents >= 0),
  spent_cents INTEGER NOT NULL CHECK (spent_cents >= 0),
  PRIMARY KEY (bidder_id, rehearsal)
) STRICT, WITHOUT ROWID;
CREATE TABLE settlements (
  seq INTEGER PRIMARY KEY,
  settlement_id TEXT NOT NULL UNIQUE,
  auction_id TEXT NOT NULL UNIQUE REFERENCES auctions (auction_id),
  advertiser_id TEXT NOT NULL,
  status TEXT NOT NULL,
  total_due_cents INTEGER NOT NULL CHECK (total_due_cents >= 0),
  currency TEXT NOT NULL,
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1))
) STRICT;
CREATE INDEX settlements_by_status ON settlements (status, seq);
`;

const SETTINGS = `
CREATE TABLE price_book_versions (
  seq INTEGER PRIMARY KEY,
  version INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Schema 1. */
export const journalAndFirstProjections: Migration = {
  version: 1,
  name: 'journal-and-first-projections',
  sql: JOURNAL + MARKERS + AUCTIONS + MONEY + SETTINGS,
};
