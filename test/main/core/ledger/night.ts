// Owns a night's journal for tests: it runs auctions through the real opening, decision, drop and
// settlement and links what comes of it, as the engine would. Refuses nothing: tests break it.
import * as fc from 'fast-check';
import type { MarkerContext } from '../../../../src/contract/marker';
import type { Bidder } from '../../../../src/main/core/auction/bidder';
import { decide } from '../../../../src/main/core/auction/decide';
import { dropped, type DropReason } from '../../../../src/main/core/auction/drop';
import { openAuction } from '../../../../src/main/core/auction/open';
import type { AuctionTerms, Opening } from '../../../../src/main/core/auction/record';
import { GENESIS_HASH, link } from '../../../../src/main/core/ledger/chain';
import type { Draft, Entry, EntryBodies } from '../../../../src/main/core/ledger/entries';
import { Purses } from '../../../../src/main/core/ledger/purses';
import { bornSettlement } from '../../../../src/main/core/ledger/settlement';
import { must } from '../../../../src/main/core/lib/assert';
import {
  anyBidders,
  anyContext,
  bidderOf,
  BOOK,
  sha256,
  START_MS,
  termsOf,
} from '../auction/makings';

const TRUCK = 'truck-7';

interface Live {
  readonly terms: AuctionTerms;
  opening: Opening | null;
}

/** A journal under way. `live` are the auctions that have not ended. */
export class Night {
  readonly entries: Entry[] = [];
  readonly live: Live[] = [];
  readonly purses = new Purses();
  private auctions = 0;

  constructor(readonly bidders: readonly Bidder[]) {
    this.add('truck-founded', { truckId: TRUCK });
    this.add('price-book-applied', { version: BOOK });
    for (const bidder of bidders) this.add('bidder-registered', { bidder });
    this.add('engine-started', { bootId: 'boot-1', version: '0.1.0' });
  }

  add<T extends keyof EntryBodies>(type: T, body: EntryBodies[T]): void {
    const seq = this.entries.length + 1;
    const atMs = START_MS + seq;
    const origin = { actor: 'engine', cause: `step ${seq}`, arrivedAtMs: atMs, decidedAtMs: atMs };
    const draft = { type, body, ...origin } as unknown as Draft;
    const prevHash = this.entries.at(-1)?.hash ?? GENESIS_HASH;
    this.entries.push(link(draft, { seq, recordedAtMs: atMs + 1, prevHash }, sha256));
    this.purses.apply(draft);
  }

  create(context: MarkerContext = {}, rehearsal = false): Live {
    this.auctions += 1;
    const terms = termsOf({ n: this.auctions, context, rehearsal });
    const live = { terms, opening: null };
    this.live.push(live);
    this.add('auction-created', { terms });
    return live;
  }

  open(live: Live): void {
    const { terms } = live;
    const opening = openAuction({
      terms,
      bidders: this.bidders,
      purses: (bidderId) => this.purses.purse(bidderId, terms.rehearsal),
      nowMs: START_MS + this.entries.length,
      seedCommitment: sha256(this.seedOf(terms)),
      ids: (seq) => `${terms.auctionId}-B${seq}`,
    });
    live.opening = opening;
    this.add('auction-opened', { opening });
  }

  close({ terms, opening }: Live): void {
    const seed = this.seedOf(terms);
    const open = must(opening, 'closing what is not open');
    const decision = decide({ terms, opening: open, seed, sha256 });
    const { auctionId } = terms;
    const closedAtMs = open.endsAtMs;
    this.end(auctionId);
    this.add('auction-closed', { auctionId, closedAtMs, latenessMs: 0.5, seed, decision });
    const bidder = this.bidders.find(({ bidderId }) => bidderId === decision.winner?.bidderId);
    if (bidder === undefined) return;
    const parts = { settlementId: `S-${auctionId}`, truckId: TRUCK, terms, decision, bidder };
    this.add('settlement-born', { settlement: bornSettlement({ ...parts, closedAtMs }) });
  }

  drop({ terms, opening }: Live, reason: DropReason): void {
    const closedAtMs = START_MS + this.entries.length;
    const { kind: _, ...end } = dropped({ reason, opening, bidders: this.bidders, closedAtMs });
    this.end(terms.auctionId);
    this.add('auction-dropped', { auctionId: terms.auctionId, ...end });
  }

  /** The engine dies and comes back: what was open is dropped, what waited goes on waiting. */
  crash(): void {
    this.add('engine-started', { bootId: `boot-${this.entries.length}`, version: '0.1.0' });
    for (const live of [...this.live]) {
      if (live.opening !== null) this.drop(live, 'engine_crash');
    }
  }

  private end(auctionId: string): void {
    const at = this.live.findIndex(({ terms }) => terms.auctionId === auctionId);
    this.live.splice(at, 1);
  }

  private seedOf({ auctionId }: AuctionTerms): string {
    return `seed of ${auctionId}`;
  }
}

const anyStep = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('create', 'open', 'open') },
    { weight: 3, arbitrary: fc.constant('close') },
    { weight: 1, arbitrary: fc.constantFrom('cancel', 'crash', 'rehearse') },
  ),
  context: fc.oneof(fc.constant({}), fc.constant({}), anyContext),
  rehearsal: fc.boolean(),
  pick: fc.nat(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

function take(night: Night, { kind, context, rehearsal, pick }: Step): void {
  if (kind === 'create') return void night.create(context, rehearsal);
  if (kind === 'crash') return night.crash();
  if (kind === 'rehearse') {
    return night.add('mode-changed', { mode: 'REHEARSAL', why: 'a test', overridden: [] });
  }
  const waiting = night.live.filter(({ opening }) => opening === null);
  const open = night.live.filter(({ opening }) => opening !== null);
  const from = kind === 'open' ? waiting : kind === 'close' ? open : night.live;
  const live = from[pick % Math.max(from.length, 1)];
  if (live === undefined) return;
  if (kind === 'open') night.open(live);
  else if (kind === 'close') night.close(live);
  else night.drop(live, live.opening === null && pick % 2 === 0 ? 'capacity' : 'cancelled');
}

/** Two who nearly always bid, one of them soon out of money. */
const REGULARS = [
  bidderOf('regular-1', { agency: 'Agency' }),
  bidderOf('regular-2', {
    budgetCents: 3_000_000,
    strategy: { kind: 'percent_of_floor', bps: 12_000, mostCents: null },
  }),
];

/** Nights of random steps with several auctions open at once. */
export const anyNight: fc.Arbitrary<Night> = fc
  .record({
    bidders: anyBidders,
    steps: fc.array(anyStep, { minLength: 5, maxLength: 80, size: 'max' }),
  })
  .map(({ bidders, steps }) => {
    const night = new Night([...bidders, ...REGULARS]);
    for (const step of steps) take(night, step);
    return night;
  });
