// Owns what the store's tests are made of: a data directory that goes away, drafts, a whole night
// through the real rules. Refuses to stand in for the store: every test opens a real one.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Draft, Entry } from '../../../../src/main/core/ledger/entries';
import type { Store } from '../../../../src/main/flow/ports';
import { openStore, openStoreInline } from '../../../../src/main/io/store/open-store';
import { bidderOf } from '../../core/auction/makings';
import { Night } from '../../core/ledger/night';
import { markerDraft } from './marker-draft';
import { tempDir as ownDir } from '../../../fixtures/temp-dir';

export { markerDraft };

const THREAD = new URL('./programs/thread-from-source.ts', import.meta.url);

/** A data directory that goes with the test file. */
export function tempDir(): string {
  return ownDir('store');
}

/** A store in a thread of its own, closed after the test. */
export async function threadStore(dataDir: string, more: { mostPages?: number } = {}) {
  const store = await openStore({ dataDir, workerUrl: THREAD, ...more });
  onTestFinished(() => store.close());
  return store;
}

/** A store in this thread, closed after the test; its clock stands at `wallMs`. */
export function inlineStore(
  dataDir: string,
  more: { mostPages?: number; wallMs?: () => number } = {},
): Store {
  const store = openStoreInline({ dataDir, wallMs: () => 1_790_000_000_000, ...more });
  onTestFinished(() => store.close());
  return store;
}

/** `count` flows of one marker each, numbered from `from`. */
export function markerFlows(count: number, from = 1): Draft[][] {
  return Array.from({ length: count }, (_, n) => [markerDraft(from + n)]);
}

/** The database behind the store's back. */
export function rawDatabase(dataDir: string): Database.Database {
  const db = new Database(join(dataDir, 'cuebid.sqlite'));
  onTestFinished(() => void db.close());
  return db;
}

function draftOf({ type, body, actor, cause, arrivedAtMs, decidedAtMs }: Entry): Draft {
  return { type, body, actor, cause, arrivedAtMs, decidedAtMs } as Draft;
}

/** A night with sold, unsold, cancelled and unfinished auctions, as flows in order. */
export function nightFlows(auctions = 6): Draft[][] {
  const bidders = [
    bidderOf('acme', { agency: 'Agency' }),
    bidderOf('zeta', { budgetCents: 2_500_000 }),
  ];
  const night = new Night(bidders);
  night.add('mode-changed', { mode: 'ON_AIR', why: 'a test', overridden: [] });
  for (let n = 0; n < auctions; n += 1) {
    const live = night.create({}, n % 3 === 2);
    night.open(live);
    if (n % 4 === 3) night.drop(live, 'cancelled');
    else night.close(live);
  }
  night.drop(night.create(), 'capacity');
  night.open(night.create());
  night.create();
  return night.entries.map((entry) => [draftOf(entry)]);
}

/** Records a night and some markers. */
export async function recordNight(store: Store, markers = 30): Promise<void> {
  const flows = [...markerFlows(markers, 1_001), ...nightFlows()];
  await Promise.all(flows.map((drafts) => store.append(drafts)));
}
