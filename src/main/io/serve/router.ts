// Owns the answers to the contract: each call goes to the engine's commands, to the store's
// questions or to the board. Refuses to decide anything itself; an id nobody knows is a fault. The
// same router answers over MessagePort, WebSocket and REST.
import { implement } from '@orpc/server';
import { api } from '../../../contract/api';
import { fault, type FaultCode } from '../../../contract/faults';
import type { Answer, Engine, Log, Queries } from '../../flow/ports';
import type { PulledBoard } from './board';
import { callError, explainThrown, type CallContext } from './call-faults';
import { readHealth, type About } from './health/read-health';
import { makeBundle, readLog } from './health/support';

/** What the router answers from, besides the engine and the board. */
export interface RouterSettings extends About {
  readonly log: Log;
}

type AskedById = 'auction' | 'explain' | 'settlement';

function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw callError(answer.fault);
  return answer.value;
}

/** Drops keys that are undefined, so that an absent filter is absent. */
function stated<T extends object>(ask: T): T {
  return Object.fromEntries(Object.entries(ask).filter(([, value]) => value !== undefined)) as T;
}

async function known<Q extends AskedById>(engine: Engine, name: Q, id: string) {
  const row: Queries[Q]['answer'] = await engine.ask(name, { id });
  const absent: FaultCode = name === 'settlement' ? 'unknown_settlement' : 'unknown_auction';
  if (row === null) throw callError(fault(absent));
  return row as NonNullable<Queries[Q]['answer']>;
}

/** The contract with our context and our faults; every procedure is made from it. */
function contractOf(log: Log) {
  return implement(api)
    .$context<CallContext>()
    .use(async ({ next, path, context }) => {
      try {
        return await next();
      } catch (thrown) {
        const { requestId } = context;
        throw explainThrown(thrown, log, { requestId, call: path.join('.') });
      }
    });
}

type Contracted = ReturnType<typeof contractOf>;

function engineCalls(os: Contracted, engine: Engine, about: About) {
  return {
    health: os.health.handler(() => readHealth(engine, about)),
    liveStats: os.liveStats.handler(() => engine.liveStats()),
    machine: os.machine.handler(() => engine.machine()),
    preflight: os.preflight.handler(() => engine.preflight()),
    log: os.log.handler(({ input }) => readLog(engine, input)),
    supportBundle: os.supportBundle.handler(() => makeBundle(engine, about)),
    setMode: os.setMode.handler(async ({ input, context }) => {
      given(await engine.commands.changeMode(input, context.caller));
      return engine.liveStats();
    }),
    setHold: os.setHold.handler(async ({ input, context }) => {
      given(await engine.commands.changeHold(input, context.caller));
      return engine.liveStats();
    }),
  };
}

function markerCalls(os: Contracted['markers'], engine: Engine) {
  return {
    list: os.list.handler(({ input }) => engine.ask('markers', stated(input))),
    testCue: os.testCue.handler(async ({ input, context }) =>
      given(await engine.commands.fireTestCue(input, context.caller)),
    ),
    trustArrival: os.trustArrival.handler(async ({ input, context }) => {
      given(await engine.commands.trustArrival(input, context.caller));
      return engine.liveStats();
    }),
    release: os.release.handler(async ({ input, context }) =>
      given(await engine.commands.releaseMarker(input.id, context.caller)),
    ),
    pads: os.pads.handler(() => given(engine.commands.manualPads())),
    decode: os.decode.handler(({ input }) => given(engine.commands.decodeCue(input))),
    encode: os.encode.handler(({ input }) => given(engine.commands.encodeCue(input))),
  };
}

function listenerCalls(os: Contracted['listeners'], engine: Engine) {
  return {
    list: os.list.handler(({ input: { after, limit } }) => {
      const { listeners } = engine.liveStats();
      const from = after === undefined ? 0 : listeners.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && from === 0) throw callError(fault('cursor'));
      const items = listeners.slice(from, from + limit);
      const more = from + items.length < listeners.length;
      return { items, next: more ? (items.at(-1)?.id ?? null) : null };
    }),
    start: os.start.handler(async ({ input: { id, why }, context }) =>
      given(await engine.commands.changeListener({ id, why, to: 'started' }, context.caller)),
    ),
    stop: os.stop.handler(async ({ input: { id, why }, context }) =>
      given(await engine.commands.changeListener({ id, why, to: 'stopped' }, context.caller)),
    ),
  };
}

function auctionCalls(os: Contracted['auctions'], engine: Engine) {
  return {
    list: os.list.handler(({ input }) => engine.ask('auctions', stated(input))),
    listScte: os.listScte.handler(({ input }) => engine.ask('auctions', stated(input))),
    get: os.get.handler(({ input }) => known(engine, 'auction', input.id)),
    bids: os.bids.handler(async ({ input }) => {
      await known(engine, 'auction', input.id);
      return engine.ask('bids', stated(input));
    }),
    explain: os.explain.handler(({ input }) => known(engine, 'explain', input.id)),
  };
}

function bookCalls(os: Contracted['priceBook'], engine: Engine) {
  return {
    get: os.get.handler(() => given(engine.commands.currentPriceBook())),
    put: os.put.handler(async ({ input, context }) =>
      given(await engine.commands.changePriceBook(input, context.caller)),
    ),
    preview: os.preview.handler(async ({ input }) =>
      given(await engine.commands.previewPriceBook(input)),
    ),
    floors: os.floors.handler(({ input }) => given(engine.commands.priceFloors(input))),
    versions: os.versions.handler(({ input }) => engine.ask('priceBookVersions', stated(input))),
  };
}

function settlementCalls(os: Contracted['settlements'], engine: Engine) {
  return {
    list: os.list.handler(({ input }) => engine.ask('settlements', stated(input))),
    get: os.get.handler(({ input }) => known(engine, 'settlement', input.id)),
  };
}

function feedCalls(os: Contracted['feeds'], board: PulledBoard) {
  return {
    markers: os.markers.handler(({ input, signal }) => board.pull('markers', input, signal)),
    auctions: os.auctions.handler(({ input, signal }) => board.pull('auctions', input, signal)),
    settlements: os.settlements.handler(({ input, signal }) =>
      board.pull('settlements', input, signal),
    ),
    status: os.status.handler(({ input, signal }) => board.pull('status', input, signal)),
  };
}

/** Makes the router. Every fault it throws is an ORPCError with a code of the closed list. */
export function createRouter(engine: Engine, board: PulledBoard, settings: RouterSettings) {
  const os = contractOf(settings.log);
  return os.router({
    ...engineCalls(os, engine, settings),
    listeners: listenerCalls(os.listeners, engine),
    markers: markerCalls(os.markers, engine),
    auctions: auctionCalls(os.auctions, engine),
    priceBook: bookCalls(os.priceBook, engine),
    settlements: settlementCalls(os.settlements, engine),
    feeds: feedCalls(os.feeds, board),
  });
}

/** The router as a type, for whatever serves it. */
export type ApiRouter = ReturnType<typeof createRouter>;
