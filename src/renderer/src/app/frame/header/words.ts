// Owns the words of the header: what stands under the show's name, this desk's own time and how far
// its clock is from the engine's. Pure. Refuses to promise anything the engine does not hold.
import type { PriceBookVersion } from '../../../../../contract/price-book';
import type { Mode } from '../../../../../contract/status';

const MEANS: Record<Mode, string> = {
  SETUP: 'cues are listed and start nothing',
  REHEARSAL: 'auctions are real, no money leaves',
  ON_AIR: 'sales are owed for real',
};

/** '127.0.0.1:9480 · book v1 · auctions are real, no money leaves'. */
export function engineWords(engine: {
  readonly host: string;
  readonly mode: Mode | null;
  readonly book: Pick<PriceBookVersion, 'version'> | null;
}): string {
  const parts = [engine.host];
  if (engine.book !== null) parts.push(`book v${engine.book.version}`);
  if (engine.mode !== null) parts.push(MEANS[engine.mode]);
  return parts.join(' \u00b7 ');
}

const two = (count: number): string => String(count).padStart(2, '0');

/** The engine's time on this desk's wall, as minutes east of UTC say: '21:41:32'. */
export function wallText(ms: number, eastMinutes: number): string {
  return new Date(ms + eastMinutes * 60_000).toISOString().slice(11, 19);
}

/** -300 -> 'UTC−5', 330 -> 'UTC+5:30', 0 -> 'UTC'. */
export function zoneText(eastMinutes: number): string {
  if (eastMinutes === 0) return 'UTC';
  const minutes = Math.abs(eastMinutes);
  const part = minutes % 60 === 0 ? '' : `:${two(minutes % 60)}`;
  return `UTC${eastMinutes < 0 ? '\u2212' : '+'}${Math.floor(minutes / 60)}${part}`;
}

/** How far a clock is ahead: '+3 ms', '−2.3 s'. */
export function offsetText(ms: number): string {
  const size = Math.abs(ms);
  const sign = size < 0.5 ? '\u00b1' : ms < 0 ? '\u2212' : '+';
  return size < 1_000 ? `${sign}${Math.round(size)} ms` : `${sign}${(size / 1_000).toFixed(1)} s`;
}
