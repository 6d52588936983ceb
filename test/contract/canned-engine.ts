// Owns a small engine in memory behind the Engine port, for the contract suite: it lists, refuses
// and remembers as the real one does, and decides nothing.
import { fault } from '../../src/contract/faults';
import { MANUAL_CUE_GAP_MS, MANUAL_PADS } from '../../src/contract/limits';
import type { TestCueResult } from '../../src/contract/auction';
import type { ManualCueInput, Marker } from '../../src/contract/marker';
import type { Page } from '../../src/contract/page';
import type { Mode } from '../../src/contract/status';
import { cueDecoded, cueEncoded } from '../../src/main/flow/cues/cue-inspected';
import { deafEars } from '../fixtures/ears';
import { listenerOf } from '../fixtures/listener';
import type { Answer, Commands, Ears, Engine, Queries } from '../../src/main/flow/ports';
import { hostByteText } from '../../src/main/io/ops/byte-text';
import {
  auctionRow,
  bidRows,
  cannedHost,
  explainRow,
  firstBook,
  machineRow,
  markerRow,
  preflightRow,
  settlementRow,
  STALE_SOURCE,
  staleSource,
  statsOf,
  WELL_STORE,
} from './canned-rows';

const ROWS = 12;

interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

function refused(thrown: ReturnType<typeof fault>): Error {
  return Object.assign(new Error(`internal words about ${thrown.code}`), { code: thrown.code });
}

function pageFrom<T extends { seq: number }>(rows: readonly T[], { after, limit }: Asked): Page<T> {
  if (after !== undefined && !/^\d+$/u.test(after)) throw refused(fault('cursor'));
  const rest = rows.filter(({ seq }) => seq > Number(after ?? 0));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rest.length > limit && last ? String(last.seq) : null };
}

function pageBefore<T extends { seq: number }>(
  rows: readonly T[],
  before: number,
  limit: number,
): Page<T> {
  const older = rows.filter(({ seq }) => seq < before);
  const items = older.slice(-limit);
  return { items, next: older.length > limit ? String(items[0]?.seq) : null };
}

function numbered<T>(make: (n: number) => T): T[] {
  return Array.from({ length: ROWS }, (_, index) => make(index + 1));
}

/** What a test may do to the engine from behind. */
export interface CannedEngine extends Engine {
  /** Makes the engine say that something stands in its way. */
  readonly setTrouble: (trouble: string | null) => void;
  /** Makes the next question fail with this. */
  readonly failNext: (thrown: unknown) => void;
}

type Answers = { [Q in keyof Queries]: (ask: Queries[Q]['ask']) => Queries[Q]['answer'] };

const OPEN = new Set(['CREATED', 'OPEN', 'EXTENDED', 'CLOSING']);

function questions(markers: ReturnType<typeof markerRow>[], books: ReturnType<typeof firstBook>[]) {
  const auctions = numbered(auctionRow);
  const settlements = numbered(settlementRow);
  const answers: Answers = {
    markers: (ask) => {
      const fits = markers.filter(
        ({ status }) => ask.status === undefined || status === ask.status,
      );
      return ask.before === undefined
        ? pageFrom(fits, ask)
        : pageBefore(fits, ask.before, ask.limit);
    },
    marker: ({ id }) => markers.find((row) => row.id === id) ?? null,
    auctions: (ask) => {
      const fits = (status: string): boolean => {
        if (ask.status === 'live') return OPEN.has(status);
        if (ask.status === 'closed') return !OPEN.has(status);
        return ask.status === undefined || ask.status === status;
      };
      return pageFrom(
        auctions.filter(({ status }) => fits(status)),
        ask,
      );
    },
    auction: ({ id }) => auctions.find((row) => row.id === id) ?? null,
    bids: (ask) => pageFrom(bidRows(ask.id), ask),
    explain: ({ id }) => {
      const auction = auctions.find((row) => row.id === id);
      return auction ? explainRow(auction) : null;
    },
    priceBookVersions: (ask) => {
      const { items, next } = pageFrom(
        books.map((row) => ({ seq: row.version, row })),
        ask,
      );
      return { items: items.map(({ row }) => row), next };
    },
    settlements: (ask) =>
      pageFrom(
        settlements.filter(({ status }) => ask.state === undefined || status === ask.state),
        ask,
      ),
    settlement: ({ id }) => settlements.find((row) => row.id === id) ?? null,
  };
  return answers;
}

function no(code: Parameters<typeof fault>[0], data?: unknown): Answer<never> {
  return { ok: false, fault: fault(code, undefined, data) };
}

/** What the commands change. */
interface Kept {
  mode: Mode;
  held: boolean;
  trustedBy: string | null;
  lastCueMs: number;
  readonly keys: Map<string, TestCueResult>;
  readonly ears: Ears;
  readonly markers: ReturnType<typeof markerRow>[];
  readonly books: ReturnType<typeof firstBook>[];
}

function currentBook({ books }: Kept): ReturnType<typeof firstBook> {
  return books.at(-1) ?? firstBook();
}

/** A splice_null: nobody decodes what a canned engine says it sent. */
const CUE: TestCueResult['cue'] = {
  hex: 'fc301100000000000000fff0000000007a4fbfff',
  form: 'section',
  command: 'splice_null',
  segmentationType: null,
  eventId: null,
  durationMs: null,
  crc32: '7a4fbfff',
};

function plannedCue(waitMs: number): TestCueResult {
  const plan = { happens: 'Starts nothing.', slot: null, price: null, auction: null, waitMs };
  const status = 'IGNORED' as const;
  return { markerId: null, status, reason: 'no_trigger', auctionId: null, cue: CUE, plan };
}

function firedCue(kept: Kept, input: ManualCueInput): Answer<TestCueResult> {
  const { eventType = '', idempotencyKey: key, dryRun } = input;
  if (dryRun === true) return { ok: true, value: plannedCue(0) };
  const known = key === undefined ? undefined : kept.keys.get(key);
  if (known !== undefined) return { ok: true, value: known };
  if (kept.mode === 'SETUP') return no('setup_mode');
  if (!['goal_scored', 'goal'].includes(eventType)) return no('unknown_event_type');
  const waitMs = MANUAL_CUE_GAP_MS - (performance.now() - kept.lastCueMs);
  if (waitMs > 0) return no('too_soon', { waitMs });
  kept.lastCueMs = performance.now();
  const row = markerRow(kept.markers.length * 3 + 1);
  kept.markers.push(row);
  const { id: markerId, status, reason, auctionId } = row;
  const value = { markerId, status, reason, auctionId, cue: CUE, plan: null };
  if (key !== undefined) kept.keys.set(key, value);
  return { ok: true, value };
}

/** Answers as the store's thread does: not before this turn is over. */
async function later<T>(answer: () => T | Promise<T>): Promise<T> {
  await new Promise((turnEnds) => setImmediate(turnEnds));
  return answer();
}

function releasedMarker({ markers }: Kept, id: string, by: string): Answer<Marker> {
  const at = markers.findIndex((row) => row.id === id);
  const row = markers[at];
  if (row === undefined) return no('unknown_marker');
  if (row.released !== undefined) return { ok: true, value: row };
  if (row.status !== 'QUARANTINED') return no('not_quarantined');
  const released = { at: row.decidedAt, by };
  const value: Marker = { ...row, status: 'ACCEPTED', reason: null, released };
  markers[at] = value;
  return { ok: true, value };
}

function commandsOn(kept: Kept): Commands {
  return {
    fireTestCue: (input) => later(() => firedCue(kept, input)),
    decodeCue: (ask) => cueDecoded(hostByteText(), ask),
    encodeCue: (message) => cueEncoded(hostByteText(), message),
    manualPads: () => {
      const nothing = { off: null, eventId: null, markerId: null, heardAt: null };
      return { ok: true, value: { items: MANUAL_PADS.map((pad) => ({ pad, ...nothing })) } };
    },
    changeMode: (change) =>
      later(() => {
        if (change.mode === 'ON_AIR') return no('mode_refused', { failures: ['No bidder.'] });
        kept.mode = change.mode;
        return { ok: true, value: null };
      }),
    changeHold: ({ held, expected = kept.held }) =>
      later(() => {
        if (expected !== kept.held) return { ok: false, fault: fault('stale_version') };
        kept.held = held;
        return { ok: true, value: null };
      }),
    trustArrival: ({ address, trusted }, { actor }) =>
      later(() => {
        if (address !== STALE_SOURCE) return no('unknown_source');
        kept.trustedBy = trusted ? actor : null;
        return { ok: true, value: null };
      }),
    releaseMarker: (id, { actor }) => later(() => releasedMarker(kept, id, actor)),
    changeListener: ({ id, to }) =>
      later(async () => {
        const after = await (to === 'stopped' ? kept.ears.stop(id) : kept.ears.start(id));
        return after === null ? no('unknown_listener') : { ok: true, value: after };
      }),
    changePriceBook: (change, { actor }) =>
      later(() => {
        const { version } = currentBook(kept);
        if (change.fromVersion !== version) return no('stale_version', { current: version });
        const { name, why, book } = change;
        const next = { version: version + 1, name, why, actor, appliedAt: '2026-01-01', book };
        kept.books.push(next);
        return { ok: true, value: next };
      }),
    previewPriceBook: () => later(() => ({ ok: true, value: { items: [] } })),
    priceFloors: () => ({ ok: true, value: { items: [explainRow(auctionRow(1)).price] } }),
    currentPriceBook: () => ({ ok: true, value: currentBook(kept) }),
  };
}

/** Makes the engine: in REHEARSAL, with twelve rows of each kind and one price book. */
export function cannedEngine(): CannedEngine {
  const quarantined = { status: 'QUARANTINED', reason: 'source_not_allowed' } as const;
  const markers = numbered((n) =>
    n === ROWS ? { ...markerRow(n), duplicateOf: null, ...quarantined } : markerRow(n),
  );
  const books = [firstBook()];
  const lastCueMs = Number.NEGATIVE_INFINITY;
  const keys = new Map<string, TestCueResult>();
  const kept: Kept = {
    mode: 'REHEARSAL',
    held: false,
    trustedBy: null,
    lastCueMs,
    keys,
    ears: deafEars([listenerOf(), listenerOf({ id: 'udp-2', port: 9_998 })]),
    markers,
    books,
  };
  const answers = questions(markers, books);
  let trouble: string | null = null;
  let failing: { thrown: unknown } | null = null;
  return {
    commands: commandsOn(kept),
    ask: (name, ask) => {
      const fails = failing;
      failing = null;
      return later(() => {
        if (fails !== null) throw fails.thrown;
        return answers[name](ask);
      });
    },
    liveStats: () => ({
      ...statsOf(kept.mode, markers.length),
      held: kept.held,
      listeners: kept.ears.list(),
      sources: [staleSource(kept.trustedBy)],
    }),
    trouble: () => trouble,
    storeHealth: () => Promise.resolve(WELL_STORE),
    machine: () => later(() => machineRow()),
    preflight: () => later(() => preflightRow()),
    logLines: cannedHost().logLines,
    setTrouble: (next) => {
      trouble = next;
    },
    failNext: (thrown) => {
      failing = { thrown };
    },
  };
}
