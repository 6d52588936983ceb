// Owns the measurement of the two hot paths: a decision over 50 bids, and a journal row's text and
// hash. It prints what this machine does and fails only far below what any truck needs.
import { expect, it } from 'vitest';
import { decide } from '../../../../src/main/core/auction/decide';
import { openAuction } from '../../../../src/main/core/auction/open';
import { GENESIS_HASH, write } from '../../../../src/main/core/ledger/chain';
import { canonicalJson } from '../../../../src/main/core/lib/canonical-json';
import { bidderOf, EMPTY_PURSE, sha256, START_MS, termsOf } from './makings';

const FOR_MS = 150;

/** Calls a second, warm. */
function rateOf(run: () => unknown): number {
  const timed = (ms: number): number => {
    const startMs = performance.now();
    let calls = 0;
    while (performance.now() - startMs < ms) {
      for (let n = 0; n < 50; n += 1) run();
      calls += 50;
    }
    return (calls * 1_000) / (performance.now() - startMs);
  };
  timed(FOR_MS / 3);
  return Math.round(timed(FOR_MS));
}

function told(what: string, run: () => unknown): number {
  const rate = rateOf(run);
  console.info(`${what}: ${rate.toLocaleString('en')} a second`);
  return rate;
}

const terms = termsOf();
const opening = openAuction({
  terms,
  bidders: Array.from({ length: 50 }, (_, at) =>
    bidderOf(`bidder-${at}`, { strategy: { kind: 'fixed', amountCents: 500_000 + at * 1_000 } }),
  ),
  purses: () => EMPTY_PURSE,
  nowMs: START_MS,
  seedCommitment: sha256('seed'),
  ids: String,
});
const origin = { actor: 'engine', cause: 'M-1', arrivedAtMs: START_MS, decidedAtMs: START_MS };
const place = { seq: 1, recordedAtMs: START_MS, prevHash: GENESIS_HASH };

it('decides over 50 bids', () => {
  const rate = told('decide over 50 bids', () => decide({ terms, opening, seed: 'seed', sha256 }));
  expect(rate).toBeGreaterThan(2_000);
});

it('writes and hashes rows', () => {
  const small = { actor: 'engine', cause: 'M-1', seq: 7, type: 'marker-copied', recordedAtMs: 1 };
  expect(told('canonical text of a small object', () => canonicalJson(small))).toBeGreaterThan(
    9_000,
  );
  const draft = { type: 'auction-created' as const, body: { terms }, ...origin };
  const created = told('auction-created written and hashed', () => write(draft, place, sha256));
  const opened = { type: 'auction-opened' as const, body: { opening }, ...origin };
  const rate = told('50 bids written and hashed', () => write(opened, place, sha256));
  expect(Math.min(created, rate * 10)).toBeGreaterThan(1_000);
});
