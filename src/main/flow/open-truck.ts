// Owns the assembly of the flows into what the world may ask: take datagrams in, give commands,
// answer questions. Refuses to know any adapter; it is handed the ports.
import { Transports } from '../core/codec/forms/transports';
import { createRecentReadings } from '../core/codec/recent-readings';
import { SourceAges } from '../core/marker/timing/source-ages';
import { cueDecoded, cueEncoded } from './cues/cue-inspected';
import { cueRefused } from './cues/cue-rejected';
import { datagramHeard } from './cues/datagram-heard';
import { padsAsked } from './cues/manual/pads-asked';
import { arrivalTrusted } from './cues/sources/arrival-trusted';
import { markerReleased } from './cues/sources/marker-released';
import { testCueFired } from './cues/manual/test-cue-fired';
import { liveStats, statusKeptTold } from './engine/engine-measured';
import { engineStarted } from './engine/engine-started';
import { engineStopped } from './engine/engine-stopped';
import { holdChanged } from './engine/hold-changed';
import { floorsAsked } from './engine/floors-asked';
import { modeChanged, type ModeWish } from './engine/mode-changed';
import { priceBookChanged } from './engine/price-book-changed';
import { priceBookPreviewed } from './engine/price-book-previewed';
import { listenerChanged } from './host/listener-changed';
import { machineAsked } from './host/machine-asked';
import { preflightRun } from './host/preflight-run';
import type { Answer, Caller, Commands, Engine, Intake, Ports } from './ports';
import { storageFault } from './truck/recorder';
import type { Truck } from './truck/truck';

const COMMAND_LINE: Caller = { actor: 'command line' };

/** A truck's engine: start it, feed it, ask it, stop it. */
export interface OpenTruck {
  readonly intake: Intake;
  readonly engine: Engine;
  /** Enters the mode asked for (a fault where it cannot) and works; rejects for the store. */
  readonly start: (wish?: ModeWish) => Promise<Answer<null>>;
  /** `--mode`: pre-flight failures are recorded as overridden. */
  readonly forceMode: (wish: ModeWish, caller: Caller) => Promise<Answer<null>>;
  readonly stop: () => Promise<void>;
}

function newTruck(ports: Ports): Truck {
  const noMemory = (): never => {
    throw new Error('the engine has not started');
  };
  return {
    ports,
    readings: createRecentReadings(ports.text),
    transports: new Transports(ports.text),
    counts: {
      total: 0,
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      heartbeats: 0,
      lastTotal: 0,
      lastAtMonoMs: ports.clock.monoMs(),
      perSecond: 0,
    },
    sources: new SourceAges(),
    memory: null,
    trouble: 'The engine is starting.',
    stopping: false,
    lastMode: null,
    lastHold: null,
    early: [],
    steadyOffsetMs: ports.clock.wallMs() - ports.clock.monoMs(),
    fellDue: noMemory,
    storageFailed: noMemory,
  };
}

function commandsOf(truck: Truck): Commands {
  return {
    fireTestCue: (input, caller) => testCueFired(truck, input, caller),
    manualPads: () => padsAsked(truck),
    decodeCue: (ask) => cueDecoded(truck.ports.text, ask),
    encodeCue: (message) => cueEncoded(truck.ports.text, message),
    changeMode: ({ mode, why }, caller) =>
      modeChanged(truck, { mode, why, override: false }, caller),
    changeHold: (change, caller) => holdChanged(truck, change, caller),
    trustArrival: (change, caller) => arrivalTrusted(truck, change, caller),
    releaseMarker: (id, caller) => markerReleased(truck, id, caller),
    changeListener: (change, caller) => listenerChanged(truck, change, caller),
    changePriceBook: (change, caller) => priceBookChanged(truck, change, caller),
    previewPriceBook: (ask) => priceBookPreviewed(truck, ask),
    priceFloors: (ask) => floorsAsked(truck, ask),
    currentPriceBook: () =>
      truck.memory === null ? storageFault(truck) : { ok: true, value: truck.memory.book },
  };
}

/** Assembles an engine over its ports. Nothing happens before start(). */
export function openTruck(ports: Ports): OpenTruck {
  const truck = newTruck(ports);
  return {
    intake: {
      hear: (datagram) => datagramHeard(truck, datagram),
      refuse: (address, why) => cueRefused(truck, address, why),
    },
    engine: {
      commands: commandsOf(truck),
      ask: ports.store.ask,
      liveStats: () => liveStats(truck),
      trouble: () => truck.trouble,
      storeHealth: ports.store.health,
      machine: () => machineAsked(truck),
      preflight: () => preflightRun(truck),
      logLines: ports.host.logLines,
    },
    start: async (wish) => {
      const answer = await engineStarted(truck, { cause: 'start', wish, caller: COMMAND_LINE });
      statusKeptTold(truck);
      return answer;
    },
    forceMode: (wish, caller) => modeChanged(truck, wish, caller),
    stop: () => engineStopped(truck),
  };
}
