// Owns a real engine for the contract's suite: the real flows, core and SQLite on the host's
// clocks, in this process, with one sold auction behind it. Refuses a network; the suite brings
// its own ways.
import { nightDir, RULES } from '../sim/virtual-truck';
import { openTruck } from '../../src/main/flow/open-truck';
import { hostByteText, random, sha256 } from '../../src/main/io/ops/byte-text';
import { hostClock, hostTimers } from '../../src/main/io/ops/clock';
import { openMeter } from '../../src/main/io/ops/meter';
import { createBoard } from '../../src/main/io/serve/board';
import { openStoreInline } from '../../src/main/io/store/open-store';
import { cannedHost, STALE_SOURCE } from './canned-rows';
import { deafEars } from '../fixtures/ears';
import { listenerOf } from '../fixtures/listener';
import { silentLog, type Subject } from './suite';

const GOAL = { event_type: 'goal', game_id: 'suite', team_id: 'NYR', period: '2' };

/** Resolves once the store has a settlement. */
async function sold(ask: Subject['engine']['ask']): Promise<void> {
  while ((await ask('settlements', { limit: 1 })).items.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts the engine and sells one slot. */
export async function realEngine(): Promise<Subject> {
  const clock = hostClock();
  const dataDir = nightDir();
  const store = openStoreInline({ dataDir, wallMs: clock.wallMs, synchronous: 'OFF' });
  const board = createBoard({ clock, epoch: 'starting' });
  const meter = openMeter(clock.wallMs);
  const { latencyMs, loopDelayMs, pace } = meter;
  const ears = deafEars([listenerOf(), listenerOf({ id: 'udp-2', port: 9_998 })]);
  const truck = openTruck({
    clock,
    timers: hostTimers(clock),
    random,
    sha256,
    text: hostByteText(),
    store,
    board,
    targets: { deliver: () => undefined },
    meter,
    log: silentLog,
    ears,
    gauges: { listeners: ears.list, latencyMs, loopDelayMs },
    host: { ...cannedHost(), pace },
    rules: { ...RULES, auctionMs: 100 },
    version: '0.0.0-test',
  });
  await truck.start();
  const now = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  const from = { address: '127.0.0.1', port: 1, protocol: 'udp' };
  truck.intake.hear({ bytes: Buffer.from(JSON.stringify(GOAL)), ...from, ...now });
  for (const behindMs of [60_000, 61_000]) {
    const timestamp = now.receivedAtMs - behindMs;
    const bytes = Buffer.from(JSON.stringify({ event_type: 'save', timestamp }));
    truck.intake.hear({ bytes, ...from, address: STALE_SOURCE, ...now });
  }
  const vouched = { stranger: true, trust: {}, seal: null, needsSeal: false };
  const strange = Buffer.from(JSON.stringify({ ...GOAL, game_id: 'strange' }));
  truck.intake.hear({ bytes: strange, ...from, address: '192.0.2.66', ...now, vouched });
  await sold(store.ask);
  const close = async (): Promise<void> => {
    await truck.stop();
    meter.close();
    await store.close();
  };
  return { engine: truck.engine, board, close };
}
