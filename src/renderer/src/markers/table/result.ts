// Owns the last column: in a few words why a marker was not used, or what it became. Pure. The
// whole sentence is the inspector's; here it must fit a row at the smallest window.
import type { Auction } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import { amountText } from '../../parts/text/money';
import { verdictSentence } from '../verdict';

const SHORT: Readonly<Record<string, string>> = {
  setup: 'in SETUP',
  held: 'auctions were held',
  stale: 'too old',
  crc: 'CRC does not fit',
  json: 'JSON is broken',
  not_object: 'JSON is no object',
  type: 'key of wrong type',
  range: 'key out of range',
  text: 'no hex, no base64',
  table_id: 'no form of cue',
  command: 'command unreadable',
  descriptor: 'descriptors broken',
  cancels_auction: 'cancels an auction',
  cancel_nothing_open: 'nothing to cancel',
  ends_slot: 'ends a slot',
  no_trigger: 'starts nothing',
  minimum_gap: 'too soon after last',
};

/** 'CRC does not fit, byte 47'. */
function shortReason({ reason, faultOffset }: Marker): string {
  const words = SHORT[reason ?? ''] ?? (reason ?? '').replaceAll('_', ' ');
  return faultOffset === undefined ? words : `${words}, byte ${faultOffset}`;
}

/** 'A-0218 sold 14,250.00'; 'A-0218' alone where the auction is not among those known. */
function became(id: string, auction: Auction | undefined): string {
  if (auction === undefined) return id;
  const price = auction.priceCents;
  const sum = price === null ? '' : ` ${amountText(price, auction.currency)}`;
  return `${id} ${auction.status.toLowerCase().replaceAll('_', ' ')}${sum}`;
}

/** The words of the last column. */
export function resultText(marker: Marker, auction: Auction | undefined): string {
  if (marker.duplicateOf !== null) return `copy of ${marker.duplicateOf}`;
  if (marker.reason !== null) return shortReason(marker);
  return marker.auctionId === null ? 'started nothing' : became(marker.auctionId, auction);
}

/** The whole sentence, with the byte at which it could not be read on. */
export function reasonInFull(marker: Marker): string {
  const { faultOffset } = marker;
  const where = faultOffset === undefined ? '' : ` At byte ${faultOffset}.`;
  return `${verdictSentence(marker)}${where}`;
}
