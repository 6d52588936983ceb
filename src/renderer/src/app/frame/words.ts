// Owns the line under the engine's address: version, price book, and what the mode means for money.
// Pure. Refuses to promise anything the engine does not hold.
import type { PriceBookVersion } from '../../../../contract/price-book';
import type { Mode } from '../../../../contract/status';

const MEANS: Record<Mode, string> = {
  SETUP: 'cues are listed and start nothing',
  REHEARSAL: 'auctions are real, no money leaves',
  ON_AIR: 'sales are owed for real',
};

/** 'Cuebid 0.1.0 · book v1 Default · auctions are real, no money leaves'. */
export function engineWords(engine: {
  readonly mode: Mode | null;
  readonly version: string | null;
  readonly book: Pick<PriceBookVersion, 'version'> | null;
}): string {
  const parts = [engine.version === null ? 'Cuebid' : `Cuebid ${engine.version}`];
  if (engine.book !== null) parts.push(`book v${engine.book.version}`);
  if (engine.mode !== null) parts.push(MEANS[engine.mode]);
  return parts.join(' \u00b7 ');
}
