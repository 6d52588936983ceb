// Owns the closed lists of reason codes: why a marker was not used, why a bidder did not win, why a
// slot was not sold. Loss and no-bid numbers are OpenRTB 2.6 list 4.25 (loss) and 5.24 (no-bid);
// 500 and above are our own, as the list allows. The sentence is made here once.

/** Why a marker is not ACCEPTED (or, for warnings, what is odd about it). */
export const MARKER_REASONS = {
  setup: 'The engine is in SETUP: cues are listed and start nothing.',
  duplicate: 'A copy of a marker already heard.',
  not_our_inventory: 'The segmentation type is the distributor’s inventory.',
  ends_slot: 'It ends a slot; ends never open an auction.',
  no_trigger: 'Nothing in it starts an auction.',
  unknown_event_type: 'Its event type is not in the price book.',
  event_disabled: 'This event type is switched off.',
  below_importance: 'Its importance is below the threshold.',
  minimum_gap: 'It came too soon after the last one of its type.',
  cancels_auction: 'It cancelled the open auction of its event.',
  cancel_nothing_open: 'It cancels an event that has nothing open.',
  stale: 'It is older than the slot stays useful.',
  clock_ahead: 'Its time lies more than ten seconds ahead of our clock.',
  held: 'New auctions were held by the operator.',
  source_not_allowed: 'Its source is not on the listener’s allow list.',
  not_signed: 'Its listener takes signed JSON only, and it has no signature.',
  signature: 'Its signature does not fit.',
  replayed: 'Its signature was used before, or its time is outside the replay window.',
  form_off: 'Its listener does not take this form.',
  too_short: 'Too short for a splice_info_section.',
  table_id: 'It begins like no form of cue.',
  truncated_section: 'The section is shorter than its section_length says.',
  section_length: 'The section_length is outside what the standard allows.',
  crc: 'The CRC_32 does not fit the section.',
  protocol_version: 'The protocol_version is not 0.',
  encrypted: 'The section is encrypted and no control word is set.',
  command: 'The splice command cannot be read.',
  command_length: 'The splice_command_length does not fit the command.',
  descriptor: 'The descriptor loop is broken.',
  json: 'The JSON cannot be parsed.',
  not_object: 'The JSON is not an object.',
  type: 'A key of the metadata has the wrong type.',
  range: 'A key of the metadata is out of range.',
  xml: 'The XML is no SCTE 35 that can be read.',
  text: 'The text is neither hex nor base64.',
  message_size: 'The SCTE 104 message is shorter or longer than its messageSize says.',
  message: 'The SCTE 104 message cannot be read.',
  time_type: 'It is to be processed by VITC, GPI or a clock of no known epoch.',
  unsupported_form: 'This form of cue is not read by this version.',
  oversize: 'The message is larger than the limit.',
} as const satisfies Record<string, string>;

/** A reason code on a marker. */
export type MarkerReason = keyof typeof MARKER_REASONS;

/** Things worth showing on a marker that was taken all the same. */
export const MARKER_WARNINGS = {
  trailing_bytes: 'Bytes follow the complete section.',
  clock_offset: 'Its time lies ahead of our clock.',
  descriptor: 'The descriptor loop is broken; the command was kept.',
  decrypted: 'It came encrypted and was opened with its control word.',
  opaque_header: 'The header is not a section: lowest trust.',
  regional_blackout: 'It asks for a regional blackout.',
} as const satisfies Record<string, string>;

/** A warning code on a marker. */
export type MarkerWarning = keyof typeof MARKER_WARNINGS;

/** Why a bidder ended as it did: [code, outcome, sentence]. */
export const BID_REASONS = {
  won: [0, 'won', 'Won the slot.'],
  internal: [1, 'lost', 'The engine failed this bid.'],
  auction_cancelled: [2, 'lost', 'The auction was cancelled.'],
  engine_crash: [1, 'lost', 'The engine stopped while the auction was open; it is never awarded.'],
  below_floor: [100, 'lost', 'The bid was below the floor.'],
  outbid: [102, 'lost', 'A higher bid won.'],
  tie_lost: [102, 'lost', 'An equal bid won the published draw.'],
  late: [101, 'lost', 'The bid came after the close.'],
  insufficient_time: [15, 'no-bid', 'There was too little time to auction the slot.'],
  budget: [501, 'no-bid', 'What is left of the budget does not cover the bid.'],
  filter: [502, 'no-bid', 'The bidder’s own filters skip this moment.'],
  price_limit: [503, 'no-bid', 'The floor is above the most the bidder pays.'],
  rehearsal_only: [504, 'no-bid', 'A sample advertiser bids in rehearsal only.'],
  currency: [505, 'no-bid', 'The bidder pays in another currency.'],
  inactive: [506, 'no-bid', 'The bidder is switched off.'],
} as const satisfies Record<string, readonly [number, 'won' | 'lost' | 'no-bid', string]>;

/** A reason code of a bidder's end. */
export type BidReason = keyof typeof BID_REASONS;

/** Why an auction ended as it did. */
export const AUCTION_REASONS = {
  sold: 'Sold to the highest bid.',
  no_eligible_bidder: 'No bidder was eligible.',
  no_bid: 'Nobody bid.',
  below_floor: 'No bid reached the floor.',
  capacity: 'As many auctions as may be open, or may wait to open, were ahead of it.',
  insufficient_time: 'The splice was nearer than the shortest auction.',
  cancelled: 'A cancel cue or a person cancelled it.',
  slot_ended: 'Its slot ended before it was sold.',
  held: 'New auctions were held before it opened.',
  engine_crash: 'The engine stopped while it was open; it is never awarded afterwards.',
} as const satisfies Record<string, string>;

/** A reason code of an auction's end. */
export type AuctionReason = keyof typeof AUCTION_REASONS;
