// Owns the terms of an auction: what is fixed when it is created and never changes. Refuses to make
// ids or read clocks: both are handed in.
import type { EventPrice, PriceTrace } from '../../../contract/price-book';
import { assert } from '../lib/assert';
import { RULE_VERSION, type AuctionTerms } from './record';

/** What of a marker goes into the terms. Each is null where the cue does not say. */
export interface TermsMarker {
  readonly markerId: string;
  readonly gameId: string | null;
  readonly teamId: string | null;
  readonly eventId: number | null;
  readonly eventKind: 'splice' | 'segmentation' | null;
  readonly segmentationType: number | null;
  /** break_duration or segmentation_duration, in ms. */
  readonly breakMs: number | null;
}

/** Everything the terms are made of. Times in epoch milliseconds. */
export interface TermsParts {
  readonly ids: { readonly auctionId: string; readonly slotId: string };
  readonly marker: TermsMarker;
  readonly event: EventPrice;
  readonly price: PriceTrace;
  readonly durationMs: number;
  readonly airByMs: number;
  readonly arrivedAtMs: number;
  /** Null where the cue does not tell. */
  readonly spliceAtMs: number | null;
  readonly regionalBlackout: boolean;
  readonly rehearsal: boolean;
}

/** Provider Overlay Placement Opportunity Start (SCTE 35 table of segmentation_type_id). */
const PROVIDER_OVERLAY = 0x38;

/** What kind of position is sold: breaks sell spots, overlays overlays, moments their replay. */
export function slotKindOf(
  eventType: string,
  segmentationType: number | null,
): AuctionTerms['slotKind'] {
  if (eventType === 'commercial_break') return 'spot';
  return segmentationType === PROVIDER_OVERLAY ? 'overlay' : 'replay';
}

/** The terms. A cue's own break length wins over the event's. */
export function auctionTerms(parts: TermsParts): AuctionTerms {
  const { ids, marker, event, price, durationMs, airByMs, arrivedAtMs, rehearsal } = parts;
  assert(Number.isInteger(durationMs) && durationMs > 0, 'an auction lasts whole milliseconds');
  const cued = marker.breakMs !== null && marker.breakMs >= 1 ? Math.round(marker.breakMs) : null;
  return {
    auctionId: ids.auctionId,
    markerId: marker.markerId,
    slotId: ids.slotId,
    slotKind: slotKindOf(price.eventType, marker.segmentationType),
    slotMs: cued ?? event.slotMs,
    airByMs,
    arrivedAtMs,
    ...(parts.spliceAtMs === null ? {} : { spliceAtMs: parts.spliceAtMs }),
    ...(parts.regionalBlackout ? { regionalBlackout: true as const } : {}),
    format: 'first',
    durationMs,
    eventType: price.eventType,
    gameId: marker.gameId,
    teamId: marker.teamId,
    eventId: marker.eventId,
    eventKind: marker.eventKind,
    importance: event.importance,
    price,
    rehearsal,
    ruleVersion: RULE_VERSION,
  };
}
