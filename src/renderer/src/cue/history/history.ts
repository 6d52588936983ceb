// Owns the rows of the manual cues of this show: what the engine lists with a manual source, and
// beside it what only this console knows (dry runs, refusals, what waits). Pure; newest first.
// Refuses to say "sent": it says what the engine did with it.
import type { Auction } from '../../../../contract/auction';
import { MANUAL_PADS } from '../../../../contract/limits';
import type { ManualPad, Marker } from '../../../../contract/marker';
import { MARKER_REASONS } from '../../../../contract/reasons';
import { becameText } from '../became';
import type { CueNote } from '../cue-log';
import { eventIdOf, idTexts } from '../../markers/event-id';
import { epochMs } from '../../parts/text/time';
import { eventName, plural } from '../../parts/text/words';
import { sellsText } from '../fire/plan-words';
import { padName } from '../pads/pad-words';

/** What became of a manual cue, in a word. */
export type HistoryState =
  'fired' | 'refused' | 'unknown' | 'duplicate' | 'cancelled' | 'ignored' | 'dry run' | 'waits';

/** A row. */
export interface HistoryRow {
  readonly key: string;
  readonly atMs: number | null;
  readonly by: string;
  readonly what: string;
  readonly idHex: string | null;
  readonly result: string;
  readonly state: HistoryState;
}

const SOURCE = 'manual:';
const FROM_HERE = 'this console';

/** Who fired a manual cue, and by which pad (null: bare metadata); null for any other source. */
export function manualSource(
  protocol: string,
): { readonly by: string; readonly pad: ManualPad | null } | null {
  if (!protocol.startsWith(SOURCE)) return null;
  const told = protocol.slice(SOURCE.length);
  const pad = MANUAL_PADS.find((known) => told.endsWith(`#${known}`)) ?? null;
  return { by: pad === null ? told : told.slice(0, -pad.length - 1), pad };
}

function slotOf(marker: Marker, markers: readonly Marker[]): string {
  const id = eventIdOf(marker);
  const start = markers.find((one) => one.auctionId !== null && eventIdOf(one) === id);
  return start?.auctionId ?? (id === null ? 'nothing' : idTexts(id).hex);
}

function resultOf(marker: Marker, known: Known): string {
  const { status, reason, auctionId, duplicateOf } = marker;
  if (status === 'DUPLICATE') return `a copy of ${duplicateOf ?? 'a known cue'}, no auction`;
  if (reason === 'cancels_auction') return `cancelled ${slotOf(marker, known.markers)}`;
  if (reason === 'ends_slot') return `ended the slot of ${slotOf(marker, known.markers)}`;
  if (auctionId !== null) return becameText(auctionId, known.auctions);
  return reason === null ? status.toLowerCase() : MARKER_REASONS[reason];
}

function stateOf({ status, reason, auctionId }: Marker, { auctions }: Known): HistoryState {
  if (status === 'DUPLICATE') return 'duplicate';
  if (reason === 'cancels_auction' || reason === 'ends_slot') return 'fired';
  if (status !== 'ACCEPTED') return 'ignored';
  const auction = auctions.find(({ id }) => id === auctionId);
  return auction?.status === 'CANCELLED' ? 'cancelled' : 'fired';
}

/** What the rows are made of. */
export interface Known {
  readonly markers: readonly Marker[];
  readonly auctions: readonly Auction[];
}

function markerRow(marker: Marker, known: Known): HistoryRow | null {
  const source = manualSource(marker.source.protocol);
  if (source === null) return null;
  const id = eventIdOf(marker);
  return {
    key: marker.id,
    atMs: epochMs(marker.receivedAt),
    by: source.by,
    what: source.pad === null ? eventName(marker.eventType) : padName(source.pad),
    idHex: id === null ? null : idTexts(id).hex,
    result: resultOf(marker, known),
    state: stateOf(marker, known),
  };
}

function noteRow({ n, pad, atMs, result }: CueNote): HistoryRow {
  const row = { key: `note ${n}`, atMs, by: FROM_HERE, what: padName(pad), idHex: null };
  if (result.kind === 'waiting') return { ...row, result: 'no answer yet', state: 'waits' };
  if (result.kind === 'unknown') return { ...row, result: result.sentence, state: 'unknown' };
  if (result.kind === 'refused') return { ...row, result: result.sentence, state: 'refused' };
  const { cue, plan, markerId } = result.answer;
  const idHex = cue.eventId === null ? null : idTexts(cue.eventId).hex;
  if (result.kind === 'heard') {
    const copy = markerId === null;
    const told = copy ? 'a copy of a known cue, no auction' : `heard as ${markerId}`;
    return { ...row, idHex, result: told, state: copy ? 'duplicate' : 'fired' };
  }
  const size = plural(cue.hex.length / 2, 'byte');
  const slot = plan?.slot ?? null;
  const would = slot === null ? (plan?.happens ?? '') : `would sell ${sellsText(slot)}:`;
  return { ...row, idHex, result: `${would} ${size}, nothing sent`, state: 'dry run' };
}

/** The rows. */
export function historyRows(known: Known, notes: readonly CueNote[]): readonly HistoryRow[] {
  const listed = new Set(known.markers.map(({ id }) => id));
  const own = notes.filter(({ result }) => {
    return result.kind !== 'heard' || !listed.has(result.answer.markerId ?? '');
  });
  const rows = [
    ...known.markers.map((marker) => markerRow(marker, known)).filter((row) => row !== null),
    ...own.map(noteRow),
  ];
  return rows.sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0));
}
