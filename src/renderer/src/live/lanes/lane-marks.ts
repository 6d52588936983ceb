// Owns what stands on the lanes: cues with their repeats, auctions, winners, slots on air, charges,
// each at the moment the engine gave it. Pure. Refuses a future beyond what is known: an open
// auction's slot and what was sold by when.
import type { Auction } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import type { Settlement } from '../../../../contract/settlement';
import { isOpen } from '../../auctions/why';
import { amountText } from '../../parts/text/money';
import { epochMs, millisText } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { chargeOf, type Look } from './lane-look';

/** The lanes, from the top. */
export const LANES = ['CUE', 'AUCTION', 'WINNER', 'AIR', 'CHARGE'] as const;
export type Lane = (typeof LANES)[number];

/** A mark from one moment to another (epoch ms; equal: a moment), with the words beside it. */
export interface LaneMark {
  readonly key: string;
  readonly lane: Lane;
  readonly look: Look;
  readonly atMs: number;
  readonly toMs: number;
  readonly label: string;
  /** A second line under the label, '' for none. */
  readonly low: string;
  /** Repeats of it drawn at its right, as shorter ticks. */
  readonly repeats: number;
  /** All of it in words, for the pointer. */
  readonly title: string;
}

/** Repeats drawn beside a cue; the rest only counts. */
const REPEATS_DRAWN = 3;

type Part = Pick<LaneMark, 'key' | 'lane' | 'look' | 'atMs'> & Partial<LaneMark>;

function mark(part: Part): LaneMark {
  return { toMs: part.atMs, label: '', low: '', repeats: 0, title: part.label ?? '', ...part };
}

const BROKEN: readonly Marker['status'][] = ['INVALID', 'QUARANTINED'];

function cueLook({ status }: Marker): Look {
  if (BROKEN.includes(status)) return 'hollow';
  return status === 'ACCEPTED' || status === 'RECEIVED' ? 'tick' : 'idle';
}

function cueMark(marker: Marker): LaneMark[] {
  const atMs = epochMs(marker.receivedAt);
  if (atMs === null || marker.status === 'DUPLICATE') return [];
  const look = cueLook(marker);
  const name = eventName(marker.eventType);
  const label = look === 'tick' ? name : '';
  const copies = marker.copies > 0 ? `, heard ${marker.copies + 1} times` : '';
  const title = `${millisText(atMs)} ${name}, ${marker.status.toLowerCase()}${copies}`;
  const repeats = Math.min(marker.copies, REPEATS_DRAWN);
  return [mark({ key: marker.id, lane: 'CUE', look, atMs, label, title, repeats })];
}

function auctionMark(auction: Auction, nowMs: number): LaneMark[] {
  const atMs = epochMs(auction.openedAt);
  if (atMs === null) return [];
  const open = isOpen(auction);
  const toMs = open ? Math.max(atMs, nowMs) : (epochMs(auction.closedAt) ?? atMs);
  const look = open ? 'open' : auction.status === 'SOLD' ? 'closed' : 'unsold';
  const label = open ? `${auction.id} open` : auction.id;
  const title = `${auction.id} ${auction.status.toLowerCase()}, opened ${millisText(atMs)}`;
  return [mark({ key: auction.id, lane: 'AUCTION', look, atMs, toMs, label, title })];
}

function winnerMark(auction: Auction): LaneMark[] {
  const atMs = epochMs(auction.closedAt);
  const { winner, priceCents, currency } = auction;
  const key = `${auction.id}-w`;
  if (atMs === null || winner === null || priceCents === null) return [];
  const low = amountText(priceCents, currency);
  const toMs = epochMs(auction.slot.airBy) ?? atMs;
  const title = `${auction.id} to ${winner.name}, ${low} ${currency}`;
  return [mark({ key, lane: 'WINNER', look: 'won', atMs, toMs, label: winner.name, low, title })];
}

function airMark(auction: Auction, settlement: Settlement | undefined): LaneMark[] {
  const atMs = epochMs(auction.slot.airBy);
  const open = isOpen(auction);
  if (atMs === null || (!open && auction.status !== 'SOLD')) return [];
  const told = settlement?.aired ?? null;
  const sold = told === 'AIRED' ? 'aired' : auction.rehearsal ? 'rehearsed' : 'planned';
  const look = open ? 'next' : sold;
  const label = open ? 'NEXT' : auction.id;
  const when = told === null ? 'airs by' : told.toLowerCase();
  const title = `${auction.id} ${when} ${millisText(atMs)}, ${auction.slot.durationMs / 1000} s`;
  const toMs = atMs + auction.slot.durationMs;
  return [mark({ key: `${auction.id}-a`, lane: 'AIR', look, atMs, toMs, label, title })];
}

function chargeMark(settlement: Settlement): LaneMark[] {
  const sentAt = settlement.attempts.at(-1)?.sentAt;
  const atMs = epochMs(sentAt ?? settlement.createdAt);
  if (atMs === null) return [];
  const { look, word } = chargeOf(settlement);
  const title = `${settlement.id} ${word}, ${settlement.advertiser}`;
  return [mark({ key: settlement.id, lane: 'CHARGE', look, atMs, label: word, title })];
}

/** What the lanes are made from. */
export interface LaneFacts {
  readonly markers: readonly Marker[];
  readonly auctions: readonly Auction[];
  readonly settlements: readonly Settlement[];
  readonly nowMs: number;
  /** Only what lies between these, in epoch ms. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a record that does not change any more comes to; records are replaced, never altered. */
function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const old = known.get(of);
    if (old !== undefined) return old;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

const cueMarks = remembered(cueMark);
const winnerMarks = remembered(winnerMark);
const chargeMarks = remembered(chargeMark);
const endedMarks = remembered((auction: Auction) => auctionMark(auction, 0));

/** Every mark within the window, oldest first. */
export function laneMarks(facts: LaneFacts): readonly LaneMark[] {
  const { markers, auctions, settlements, nowMs } = facts;
  const owed = new Map(settlements.map((settlement) => [settlement.auctionId, settlement]));
  const marks = [
    ...markers.flatMap(cueMarks),
    ...auctions.flatMap((auction) => [
      ...(isOpen(auction) ? auctionMark(auction, nowMs) : endedMarks(auction)),
      ...winnerMarks(auction),
      ...airMark(auction, owed.get(auction.id)),
    ]),
    ...settlements.flatMap(chargeMarks),
  ];
  return marks
    .filter(({ atMs, toMs }) => toMs >= facts.fromMs && atMs <= facts.toMs)
    .sort((a, b) => a.atMs - b.atMs);
}
