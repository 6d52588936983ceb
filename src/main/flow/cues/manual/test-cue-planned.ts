// A dry run of a manual cue was asked for: the very bytes, and what they would do, told by the same
// rules that judge every cue. Refuses to write, open or count anything; SETUP allows it too.
import type { CuePlan, TestCueResult } from '../../../../contract/auction';
import type { ManualCueInput, MarkerStatus } from '../../../../contract/marker';
import type { MarkerReason } from '../../../../contract/reasons';
import { openAuction } from '../../../core/auction/open';
import type { AuctionTerms } from '../../../core/auction/record';
import { meaningOf, type Meaning } from '../../../core/marker/event-map';
import { identityOf } from '../../../core/marker/identity';
import { cancelledBy } from '../../auctions/auction-cancelled';
import { termsOffered } from '../../auctions/slot-offered';
import type { Answer, Datagram } from '../../ports';
import { steadyMs } from '../../truck/steady';
import type { Memory, Truck } from '../../truck/truck';
import { bareFacts, readFacts } from '../marker-facts';
import { markerWeighed, type Weighed } from '../marker-judged';
import { builtCue, cueMade, manualWaitMs, type MadeCue } from './cue-made';
import { happens } from './happens';

interface Foreseen {
  readonly status: MarkerStatus;
  readonly reason: MarkerReason | null;
  readonly terms: AuctionTerms | null;
  /** What it would cancel. */
  readonly dropped: readonly string[];
}

const NONE = { terms: null, dropped: [] };

function isCopy(truck: Truck, memory: Memory, { made, datagram }: Foreseeing): boolean {
  const { rules, sha256 } = truck.ports;
  const { aliases } = memory.book.book;
  const nowMs = steadyMs(truck, datagram.receivedMonoMs);
  const known = { aliases, airByMs: rules.airByMs, sha256 };
  const identity = identityOf(made.reading, nowMs, known);
  return identity !== null && memory.recall.find(identity, nowMs) !== null;
}

interface Foreseeing {
  readonly made: MadeCue;
  readonly datagram: Datagram;
}

function foreseen(truck: Truck, memory: Memory, at: Foreseeing): Foreseen {
  const { reading } = at.made;
  const means: Meaning = meaningOf(reading, memory.book.book);
  if (isCopy(truck, memory, at)) return { ...NONE, status: 'DUPLICATE', reason: 'duplicate' };
  if (means.kind === 'cancel') {
    const cancel = { ...means, carrierProgram: reading.carrier?.program };
    const dropped = cancelledBy(memory, cancel).map(({ state }) => state.terms.auctionId);
    const reason = dropped.length === 0 ? 'cancel_nothing_open' : 'cancels_auction';
    return { status: 'IGNORED', reason, terms: null, dropped };
  }
  const weighed: Weighed = markerWeighed(truck, memory, { ...at, reading, means });
  if (weighed.kind === 'ignored') return { ...NONE, ...weighed };
  const { datagram } = at;
  const bare = bareFacts({ id: '', datagram, decidedAtMs: datagram.receivedAtMs });
  const facts = readFacts(bare, reading, { identity: null, rawBase64: '' });
  const spliceInMs = reading.spliceInMs ?? null;
  const offering = { facts, means: weighed.means, datagram, spliceInMs, auctionId: '' };
  const terms = termsOffered(truck, memory, offering);
  return { status: 'ACCEPTED', reason: null, terms, dropped: [] };
}

function auctionOf(truck: Truck, memory: Memory, terms: AuctionTerms): CuePlan['auction'] {
  const opening = openAuction({
    terms,
    bidders: [...memory.bidders.values()],
    purses: (bidderId) => memory.purses.purse(bidderId, terms.rehearsal),
    ids: String,
    nowMs: truck.ports.clock.wallMs(),
    seedCommitment: '',
  });
  return {
    format: terms.format,
    durationMs: terms.durationMs,
    bidders: opening.bids.length,
    open: memory.open.size,
    mostOpen: truck.ports.rules.mostOpen,
  };
}

/** Makes the cue and says what it would do now. */
export function testCuePlanned(
  truck: Truck,
  memory: Memory,
  input: ManualCueInput,
): Answer<TestCueResult> {
  const made = cueMade(truck, memory, input);
  if (!made.ok) return made;
  const { clock } = truck.ports;
  const times = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  const { bytes } = made.value;
  const datagram = { bytes, address: '127.0.0.1', port: 0, protocol: 'dry run', ...times };
  const { status, reason, terms, dropped } = foreseen(truck, memory, {
    made: made.value,
    datagram,
  });
  const { mode } = memory.mode;
  const auction = terms === null ? null : auctionOf(truck, memory, terms);
  const plan: CuePlan = {
    happens: happens({ mode, reason, dropped, auction }),
    slot:
      terms === null
        ? null
        : {
            kind: terms.slotKind,
            eventType: terms.eventType,
            teamId: terms.teamId,
            durationMs: terms.slotMs,
          },
    price: terms?.price ?? null,
    auction,
    waitMs: manualWaitMs(truck, memory),
  };
  const cue = builtCue(memory, made.value);
  return { ok: true, value: { markerId: null, status, reason, auctionId: null, cue, plan } };
}
