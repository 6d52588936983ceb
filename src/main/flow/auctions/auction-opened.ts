// An auction opens: the draw's seed is committed to, every bidder bids or says why not, budgets are
// held, and the deadline is set on the monotonic clock. Refuses to show a bid before the close.
import { openAuction } from '../../core/auction/open';
import type { Draft } from '../../core/ledger/entries';
import { draft } from '../truck/recorder';
import { alarm } from '../truck/alarm';
import type { LiveAuction, Memory, Truck } from '../truck/truck';

const SEED_BYTES = 32;

/** Opens it now for `durationMs`. Gives the entry; the caller records it. */
export function auctionOpened(
  truck: Truck,
  memory: Memory,
  at: { live: LiveAuction; durationMs: number },
): Draft {
  const { live, durationMs } = at;
  const { clock, random, sha256, meter } = truck.ports;
  const nowMs = clock.wallMs();
  const monoMs = clock.monoMs();
  live.seed = random(SEED_BYTES);
  live.endsMonoMs = monoMs + durationMs;
  const opening = openAuction({
    terms: live.state.terms,
    bidders: [...memory.bidders.values()],
    purses: (bidderId) => memory.purses.purse(bidderId, live.state.terms.rehearsal),
    ids: (seq) => `${live.state.terms.auctionId}-B${seq}`,
    nowMs,
    durationMs,
    seedCommitment: sha256(live.seed),
  });
  live.state = { ...live.state, opening };
  const { terms } = live.state;
  memory.open.set(terms.auctionId, live);
  meter.note('receiveToOpen', monoMs - live.receivedMonoMs);
  alarm(truck, live.endsMonoMs, (now) => truck.fellDue(now));
  const cause = terms.markerId;
  return draft(
    'auction-opened',
    { opening },
    {
      actor: 'engine',
      cause,
      arrivedAtMs: live.state.createdAtMs,
      decidedAtMs: nowMs,
    },
  );
}
