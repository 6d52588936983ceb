// Owns the times of an auction as spans in ms since its cue was heard: cue to open, the window,
// every bid, close to durable. Pure. Refuses a time that nobody recorded.
import type { Auction, Bid } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import { epochMs } from '../../parts/text/time';

/** One line of the waterfall. `bid`: a point at `toMs`, a cross where it did not count. */
export interface TimeRow {
  readonly key: string;
  readonly name: string;
  readonly kind: 'step' | 'window' | 'bid';
  readonly end?: 'won' | 'counted' | 'not counted';
  readonly fromMs: number;
  readonly toMs: number;
  readonly words: string;
}

/** The waterfall: its rows, where the close stands, and how wide it is. */
export interface Times {
  readonly rows: readonly TimeRow[];
  readonly closeMs: number | null;
  readonly widthMs: number;
}

interface Known {
  readonly auction: Auction;
  readonly marker: Marker | null;
  readonly bids: readonly Bid[] | null;
}

/** 1234.56 -> '1,234.6'. */
export function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

function ms(value: number): string {
  return `${count(value)} ms`;
}

function bidRow(bid: Bid, openMs: number, sinceMs: (iso: string) => number): TimeRow {
  const toMs = sinceMs(bid.placedAt);
  const won = bid.status === 'WON';
  const counted = won || bid.reason === 'outbid' || bid.reason === 'tie_lost';
  const how = won ? 'won' : (bid.reason ?? 'lost').replaceAll('_', ' ');
  const words = `${ms(toMs - openMs)}, ${how}`;
  const end = won ? 'won' : counted ? 'counted' : 'not counted';
  return { key: bid.id, name: bid.name, kind: 'bid', end, fromMs: openMs, toMs, words };
}

/** The times; no rows before it opened. */
export function timesOf({ auction, marker, bids }: Known): Times {
  const zero = epochMs(marker?.receivedAt ?? auction.createdAt) ?? 0;
  const sinceMs = (iso: string): number => (epochMs(iso) ?? zero) - zero;
  const { openedAt, endsAt, closedAt, recordedAt } = auction;
  if (openedAt === null || endsAt === null) return { rows: [], closeMs: null, widthMs: 1 };
  const [openMs, endMs] = [sinceMs(openedAt), sinceMs(endsAt)];
  const heard = marker === null ? 'created' : 'heard';
  const rows: TimeRow[] = [
    {
      key: 'open',
      name: 'Cue to open',
      kind: 'step',
      fromMs: 0,
      toMs: openMs,
      words: `${ms(openMs)}, ${heard} to open`,
    },
    {
      key: 'window',
      name: 'Window',
      kind: 'window',
      fromMs: openMs,
      toMs: endMs,
      words: `open ${ms(endMs - openMs)}`,
    },
  ];
  for (const bid of [...(bids ?? [])].sort((a, b) => a.seq - b.seq)) {
    rows.push(bidRow(bid, openMs, sinceMs));
  }
  // Behind the bids, so not before they are known: it would have to move for them.
  const bidsAreIn = bids !== null || auction.bidCount === 0;
  if (closedAt !== null && bidsAreIn) {
    const [closeMs, durableMs] = [sinceMs(closedAt), sinceMs(recordedAt)];
    const words = `decided at ${count(closeMs)}, durable at ${ms(durableMs)}`;
    rows.push({
      key: 'close',
      name: 'Close to durable',
      kind: 'step',
      fromMs: closeMs,
      toMs: durableMs,
      words,
    });
  }
  const widthMs = Math.max(1, ...rows.map((row) => row.toMs)) * 1.08;
  return { rows, closeMs: closedAt === null ? null : sinceMs(closedAt), widthMs };
}

/** Round marks for an axis of this width, at most seven. */
export function marksOf(widthMs: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000];
  const step = steps.find((known) => widthMs / known <= 7) ?? 600_000;
  return Array.from({ length: Math.floor(widthMs / step) + 1 }, (_, at) => at * step);
}
