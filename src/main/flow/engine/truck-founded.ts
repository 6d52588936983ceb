// A fresh data directory is founded: the truck gets its id, the default price book, the sample
// advertisers (a demo its own instead) and the mode of a first start, REHEARSAL. Refuses to mix a
// demo with a real night, either way round.
import { DEMO_BIDDERS } from '../../core/auction/demo-bidders';
import { SAMPLE_BIDDERS } from '../../core/auction/sample-bidders';
import type { Draft } from '../../core/ledger/entries';
import { firstVersion } from '../../core/pricing/default-book';
import type { Ports, Snapshot } from '../ports';
import { draft } from '../truck/recorder';

const TRUCK_ID_BYTES = 4;

/** The data folder is not of the kind that was asked for; the message says how to mend it. */
export class WrongTruck extends Error {
  // Hosts know every refused start by this name: one line and exit code 2.
  override readonly name = 'StartFault';
}

/** Throws WrongTruck where a demo meets a real night, or a real start the journal of a demo. */
export function sameKindOfTruck(snapshot: Snapshot, { demo }: Ports['rules']): void {
  if (snapshot.truckId === null || snapshot.demo === demo) return;
  throw new WrongTruck(
    demo
      ? 'The data folder holds a real night; a demo never writes there. Leave --data-dir out.'
      : 'The data folder is a demo: all in it is made up. Add --demo, or give another --data-dir.',
  );
}

/** The first entries of a journal, one flow. */
export function foundingDrafts(ports: Ports): readonly Draft[] {
  const nowMs = ports.clock.wallMs();
  const cause = 'fresh data directory';
  const origin = { actor: 'engine', cause, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const { demo } = ports.rules;
  const truckId = ports.random(TRUCK_ID_BYTES);
  const bidders = demo ? DEMO_BIDDERS : SAMPLE_BIDDERS;
  const version = firstVersion(new Date(nowMs).toISOString());
  return [
    draft('truck-founded', demo ? { truckId, demo } : { truckId }, origin),
    draft('price-book-applied', { version }, origin),
    ...bidders.map((bidder) => draft('bidder-registered', { bidder }, origin)),
    draft('mode-changed', { mode: 'REHEARSAL', why: 'first start', overridden: [] }, origin),
  ];
}
