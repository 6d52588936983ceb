// The engine started, or reads itself back after the store refused: memory is built from the
// journal, the crash rules are applied, and what was decided is announced again. Refuses to award
// an auction that was open when the last engine ended.
import { fault } from '../../../contract/faults';
import { auctionsFellDue } from '../auctions/auction-closed';
import { datagramHeard } from '../cues/datagram-heard';
import type { Answer, Caller, Snapshot } from '../ports';
import { draft, record, storageFault } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';
import { unfinishedEnded } from './engine-recovered';
import { statusTold } from './engine-measured';
import { memoryOf } from './memory-read';
import { modeChanged, type ModeWish } from './mode-changed';
import { foundingDrafts, sameKindOfTruck } from './truck-founded';

const RETRY_MS = 1_000;

function showRecent(truck: Truck, snapshot: Snapshot, bootId: string): void {
  const { board } = truck.ports;
  board.restart(bootId);
  for (const marker of snapshot.recent.markers) board.post('markers', marker.id, marker);
  for (const auction of snapshot.recent.auctions) board.post('auctions', auction.id, auction);
  for (const settlement of snapshot.recent.settlements) {
    board.post('settlements', settlement.id, settlement);
  }
}

async function loadFounded(truck: Truck): Promise<Snapshot> {
  const snapshot = await truck.ports.store.load();
  sameKindOfTruck(snapshot, truck.ports.rules);
  if (snapshot.truckId !== null) return snapshot;
  await truck.ports.store.append(foundingDrafts(truck.ports));
  return truck.ports.store.load();
}

/** Why the engine starts, and the mode it was told to start in. */
export interface Start {
  readonly cause: string;
  readonly wish?: ModeWish | undefined;
  readonly caller: Caller;
}

/**
 * Reads memory from the journal and goes to work. Rejects where the store cannot be read, or is of
 * the other kind (WrongTruck).
 */
export async function engineStarted(truck: Truck, start: Start): Promise<Answer<null>> {
  const { cause, wish, caller } = start;
  const snapshot = await loadFounded(truck);
  if (truck.stopping) return { ok: false, fault: fault('stopping') };
  const memory = memoryOf(truck, snapshot);
  truck.memory = memory;
  truck.trouble = null;
  truck.fellDue = (now) => auctionsFellDue(truck, now);
  truck.storageFailed = (failed, why) => storageFailed(truck, failed, why);
  showRecent(truck, snapshot, memory.bootId);
  const nowMs = truck.ports.clock.wallMs();
  const origin = { actor: 'engine', cause, arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const { bootId } = memory;
  const started = draft('engine-started', { bootId, version: truck.ports.version }, origin);
  if ((await record(truck, [started], () => undefined)) === null) return storageFault(truck);
  const mode = wish === undefined ? null : await modeChanged(truck, wish, caller);
  if (mode !== null && !mode.ok) return mode;
  unfinishedEnded(truck, memory, snapshot);
  heardEarly(truck);
  return { ok: true, value: null };
}

/** Takes in what was heard while the journal was being read. */
function heardEarly(truck: Truck): void {
  const early = truck.early ?? [];
  truck.early = null;
  for (const datagram of early) datagramHeard(truck, datagram);
}

/** Drops the memory of a truck whose store refused, says so, and tries to read it back. */
function storageFailed(truck: Truck, failed: Memory, why: unknown): void {
  if (truck.memory !== failed) return;
  truck.memory = null;
  truck.lastMode = failed.mode;
  truck.lastHold = failed.hold;
  for (const cancel of failed.alarms) cancel();
  failed.alarms.clear();
  const detail = why instanceof Error ? why.message : String(why);
  truck.trouble = `The database refused a write (${detail}). Bids stopped; nothing sold is lost.`;
  truck.ports.log.error('storage_refused', { error: detail });
  statusTold(truck);
  retryLater(truck);
}

function retryLater(truck: Truck): void {
  const { timers, clock, log } = truck.ports;
  timers.at(clock.monoMs() + RETRY_MS, () => {
    if (truck.stopping) return;
    const start = { cause: 'the store takes writes again', caller: { actor: 'engine' } };
    engineStarted(truck, start).then(
      () => (truck.memory === null ? undefined : log.info('storage_recovered')),
      (error: unknown) => {
        log.warn('storage_still_refuses', { error: String(error) });
        if (truck.memory === null) retryLater(truck);
      },
    );
  });
}
