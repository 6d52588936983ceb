// A fresh data directory is founded: the truck gets its id, the default price book, the sample
// advertisers and the mode of a first start, REHEARSAL. Refuses to run on one that has a journal.
import { SAMPLE_BIDDERS } from '../../core/auction/sample-bidders';
import type { Draft } from '../../core/ledger/entries';
import { firstVersion } from '../../core/pricing/default-book';
import type { Ports } from '../ports';
import { draft } from '../truck/recorder';

const TRUCK_ID_BYTES = 4;

/** The first entries of a journal, one flow. */
export function foundingDrafts(ports: Ports): readonly Draft[] {
  const nowMs = ports.clock.wallMs();
  const cause = 'fresh data directory';
  const origin = { actor: 'engine', cause, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const version = firstVersion(new Date(nowMs).toISOString());
  return [
    draft('truck-founded', { truckId: ports.random(TRUCK_ID_BYTES) }, origin),
    draft('price-book-applied', { version }, origin),
    ...SAMPLE_BIDDERS.map((bidder) => draft('bidder-registered', { bidder }, origin)),
    draft('mode-changed', { mode: 'REHEARSAL', why: 'first start', overridden: [] }, origin),
  ];
}
