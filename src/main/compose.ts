// Owns the putting together: the only file that knows every adapter. Both hosts, the desktop app
// and plain Node, run exactly this. Refuses decisions; they are made in core and told in flow.
import { join } from 'node:path';
import { version } from '../../package.json';
import type { Mode } from '../contract/status';
import { demoNight } from './core/games/made-up/demo-night';
import { openTruck, type OpenTruck } from './flow/open-truck';
import type { Gauges, Ports } from './flow/ports';
import { openDecisionTargets } from './io/cues/decision-out';
import { openDemoPlayer } from './io/cues/demo-player';
import { ListenerSet } from './io/cues/listeners/listener-set';
import { signingKeys } from './io/cues/listeners/signing-keys';
import { openCues, type Where } from './io/cues/open-cues';
import { hostByteText, random, sha256 } from './io/ops/byte-text';
import { hostClock, hostTimers } from './io/ops/clock';
import { openLog } from './io/ops/log/open-log';
import { openMachine, type HostKind } from './io/ops/machine/open-machine';
import { openMeter } from './io/ops/meter';
import { Open } from './io/ops/opened';
import { readyOf, type Ready } from './io/ops/ready';
import { controlWordsOf } from './io/ops/secrets/control-words';
import { openSecrets, type Secrets } from './io/ops/secrets/secrets';
import { rulesOf } from './io/ops/rules';
import { splitHostPort, type Settings } from './io/ops/settings';
import { createBoard } from './io/serve/board';
import { serveHttp, type ServedHttp } from './io/serve/http';
import { servePort, type PortLike } from './io/serve/port';
import { createRouter, type ApiRouter } from './io/serve/router';
import { openStore } from './io/store/open-store';

/** A running engine. */
export interface Running {
  readonly ready: Ready;
  /** Serves the contract on one more port (the desktop window's). */
  readonly serve: (port: PortLike) => void;
  /** The mode it is in now. */
  readonly mode: () => Mode;
  readonly close: () => Promise<void>;
}

/** Why a start did not come about: one line that says which thing and how to mend it. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

const SEED_BYTES = 4;
/** Plain Node keeps no machine awake. */
const ALONE: HostKind = { kind: 'headless', awake: () => null };
const MODES: Readonly<Record<NonNullable<Settings['mode']>, Mode>> = {
  setup: 'SETUP',
  rehearsal: 'REHEARSAL',
  'on-air': 'ON_AIR',
};

function addressOf(where: string): { address: string; port: number } {
  const { host, port } = splitHostPort(where);
  return { address: host, port };
}

async function listenForCues(
  { settings, secrets }: { settings: Settings; secrets: Secrets },
  { truck, ears }: { truck: OpenTruck; ears: ListenerSet },
  { clock, log }: Ports,
) {
  const { udp, scte104, listener, listeners } = settings;
  const rate = { perSecond: listener.ratePerSecond, burst: listener.rateBurst };
  const ports = { udp: addressOf(udp), scte104: addressOf(scte104), listeners };
  const keyOf = signingKeys(secrets, process.env);
  const cues = await openCues(ears, ports, { intake: truck.intake, clock, log, rate, keyOf });
  if (!cues.ok) throw new StartFault(cues.line);
  return cues.value;
}

async function openHttp(
  settings: Settings,
  parts: { router: ApiRouter; ports: Ports; ownerToken: string },
): Promise<ServedHttp> {
  const { address: host, port } = addressOf(settings.http);
  const { router, ownerToken } = parts;
  const { log, clock } = parts.ports;
  const consoleDir = join(import.meta.dirname, '../renderer');
  const served = await serveHttp({
    router,
    log,
    clock,
    host,
    port,
    ownerToken,
    consoleDir,
    version,
  });
  if (!served.ok) throw new StartFault(served.fault.message);
  return served.value;
}

async function goToWork(settings: Settings, truck: OpenTruck): Promise<void> {
  const { mode, demo } = settings;
  const wish =
    mode === undefined || demo ? undefined : { mode: MODES[mode], why: '--mode', override: true };
  const answer = await truck.start(wish);
  if (!answer.ok) throw new StartFault(answer.fault.message);
}

/** Takes a demo on air, past the pre-flight, and lets the game begin. */
async function playDemo(truck: OpenTruck, to: Where, { random, clock, text, log }: Ports) {
  const wish = { mode: 'ON_AIR', why: 'demo', override: false } as const;
  const answer = await truck.forceMode(wish, { actor: 'demo' });
  if (!answer.ok) throw new StartFault(`The demo cannot go on air: ${answer.fault.message}`);
  const seed = Number.parseInt(random(SEED_BYTES), 16);
  log.info('demo_plays', { seed, port: to.port });
  return openDemoPlayer({ cues: demoNight(seed), to, clock, text, log });
}

async function openPorts({ settings, host: hostKind }: Asked, open: Open, ears: ListenerSet) {
  const { dataDir, diskFloorMb } = settings;
  const clock = hostClock();
  const store = open.add(await openStore({ dataDir }), (it) => it.close());
  const log = open.add(openLog({ dataDir, clock }), (it) => it.close());
  const meter = open.add(openMeter(clock.wallMs), (it) => it.close());
  const lanes = openDecisionTargets(settings.decisionOut, { clock, log });
  const targets = open.add(lanes, (it) => it.close());
  const board = createBoard({ clock, epoch: 'starting' });
  const floorBytes = diskFloorMb * 1_000_000;
  const bound = () => ears.list().filter(({ state }) => state === 'listening');
  const where = { dataDir, floorBytes, version, host: hostKind };
  const machine = open.add(openMachine({ ...where, clock, log, bound }), (it) => it.close());
  const host = { facts: machine.facts, pace: meter.pace, logLines: log.tail };
  const gauges: Gauges = {
    listeners: () => ears.list().map(machine.withDrops),
    latencyMs: meter.latencyMs,
    loopDelayMs: meter.loopDelayMs,
  };
  const timers = hostTimers(clock);
  const text = hostByteText();
  const rules = rulesOf(settings);
  const measured = { meter, gauges, ears, host, log, version };
  return { clock, timers, random, sha256, text, store, board, targets, rules, ...measured };
}

/** The log's first lines of a run: what was found, and where it hears and speaks. */
async function tellStart(ports: Ports, facts: Record<string, unknown>): Promise<void> {
  const { detail } = await ports.store.health();
  if (detail !== '') ports.log.warn('store_findings', { detail });
  ports.log.info('engine_started', { version, ...facts });
}

/** What a host asks for. */
interface Asked {
  readonly settings: Settings;
  readonly host: HostKind;
}

async function start(asked: Asked, open: Open): Promise<Omit<Running, 'close'>> {
  const { settings } = asked;
  const ears = new ListenerSet();
  const ports = await openPorts(asked, open, ears);
  const { clock, log, board } = ports;
  const secrets = openSecrets(settings.dataDir);
  if (!secrets.ok) throw new StartFault(secrets.fault.message);
  const ownerToken = await secrets.value.ownerToken(random);
  const controlWords = controlWordsOf(secrets.value.get, (name) => process.env[name]);
  const truck = openTruck({ ...ports, text: { ...ports.text, controlWords } });
  const startedMs = clock.monoMs();
  const uptimeMs = (): number => Math.round(clock.monoMs() - startedMs);
  const router = createRouter(truck.engine, board, { version, uptimeMs, log });
  const http = await openHttp(settings, { router, ports, ownerToken });
  open.add(http, (it) => it.close());
  // Closed first, so that calls that wait for news end at once and hold no socket open.
  open.add(board, (it) => it.close());
  open.add(ears, (it) => it.close());
  const kept = { settings, secrets: secrets.value };
  const { udp, scte104 } = await listenForCues(kept, { truck, ears }, ports);
  // Only now, with every port in hand: a start that fails has sold, told and changed nothing.
  await goToWork(settings, truck);
  open.add(truck, async (it) => {
    await it.stop();
    log.info('engine_stopped', { uptimeMs: uptimeMs() });
  });
  const mode = (): Mode => truck.engine.liveStats().mode;
  const at = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;
  await tellStart(ports, { http: at(http), udp: at(udp), scte104: at(scte104), mode: mode() });
  if (settings.demo) open.add(await playDemo(truck, udp, ports), (it) => it.close());
  return {
    ready: readyOf({ http, udp, scte104, token: ownerToken, dataDir: settings.dataDir, version }),
    serve: (port) => void servePort(port, router, { log }),
    mode,
  };
}

/** Puts an engine together and starts it. Throws a StartFault where it cannot. */
export async function compose(settings: Settings, host: HostKind = ALONE): Promise<Running> {
  const open = new Open();
  try {
    return { ...(await start({ settings, host }, open)), close: () => open.close() };
  } catch (error) {
    await open.close();
    throw error;
  }
}
