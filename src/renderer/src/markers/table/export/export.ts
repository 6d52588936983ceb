// Owns what an export of markers says: JSON with every field the engine gave, CSV with what a table
// needs, RFC 4180. Pure. Refuses to let a cell run as a formula in a spreadsheet.
import type { Marker } from '../../../../../contract/marker';
import { commandOf, eventIdOf, idTexts } from '../../event-id';
import { bytesOf } from '../../inspect/fields';
import { hexText } from '../../inspect/bytes/reading';
import { durationMs, preRollMs, sourceText } from '../facts';

type Cell = string | number | null | undefined;

const COLUMNS: readonly (readonly [string, (marker: Marker) => Cell])[] = [
  ['id', ({ id }) => id],
  ['received_at', ({ receivedAt }) => receivedAt],
  ['source', sourceText],
  ['port', ({ source }) => source.port],
  ['protocol', ({ source }) => source.protocol],
  ['form', ({ form }) => form],
  ['command', commandOf],
  ['event_id_hex', (marker) => idOf(marker)?.hex],
  ['event_id', (marker) => idOf(marker)?.decimal],
  ['event_type', ({ eventType }) => eventType],
  ['team_id', ({ teamId }) => teamId],
  ['game_id', ({ gameId }) => gameId],
  ['period', ({ period }) => period],
  ['pre_roll_ms', preRollMs],
  ['copies', ({ copies }) => copies],
  ['duration_ms', durationMs],
  ['loop_delay_ms', ({ loopDelayMs }) => loopDelayMs],
  ['status', ({ status }) => status],
  ['reason', ({ reason }) => reason],
  ['fault_offset', ({ faultOffset }) => faultOffset],
  ['warnings', ({ warnings }) => warnings.join(' ')],
  ['duplicate_of', ({ duplicateOf }) => duplicateOf],
  ['auction_id', ({ auctionId }) => auctionId],
  ['bytes_hex', (marker) => hexText(bytesOf(marker))],
];

function idOf(marker: Marker): { hex: string; decimal: string } | null {
  const eventId = eventIdOf(marker);
  return eventId === null ? null : idTexts(eventId);
}

/** A cell; what a spreadsheet would run gets an apostrophe, and what needs them, quotes. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const tame = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The markers as CSV: a head, then a line each, CRLF at every end. */
export function csvOf(markers: readonly Marker[]): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = markers.map((marker) => COLUMNS.map(([, read]) => cellText(read(marker))));
  return [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** The markers as JSON, as the engine gave them, two spaces deep. */
export function jsonOf(markers: readonly Marker[]): string {
  return `${JSON.stringify(markers, null, 2)}\n`;
}

/** The kinds of file. */
export type ExportKind = 'json' | 'csv';

/** 'cuebid-markers-20261120T024119Z.csv'; `atMs` is the engine's time, null while unknown. */
export function fileName(kind: ExportKind, atMs: number | null): string {
  const iso = atMs === null ? '' : new Date(atMs).toISOString().slice(0, 19);
  const at = iso === '' ? '' : `-${iso.replaceAll(/[-:]/gu, '')}Z`;
  return `cuebid-markers${at}.${kind}`;
}
