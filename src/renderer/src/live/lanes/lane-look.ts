// Owns how marks on the lanes look, and which look a settlement has: paid a square, waiting a
// dashed ring, unknown an amber triangle, declined a hollow one, frozen a fault. Pure. Refuses to
// call rehearsal a charge.
import type { Settlement, SettlementStatus } from '../../../../contract/settlement';

/** How a mark looks; the style sheet and the drawing know each. */
export type Look =
  | 'tick'
  | 'idle'
  | 'hollow'
  | 'open'
  | 'closed'
  | 'unsold'
  | 'won'
  | 'planned'
  | 'next'
  | 'aired'
  | 'rehearsed'
  | 'square'
  | 'dashed'
  | 'unknown'
  | 'declined'
  | 'frozen';

const LOOKS: Partial<Record<SettlementStatus, Look>> = {
  CHARGED: 'square',
  SETTLED: 'square',
  INVOICED: 'square',
  UNKNOWN: 'unknown',
  DECLINED: 'declined',
  DISPUTED: 'declined',
  FROZEN: 'frozen',
};

/** The mark and the word of a settlement. */
export function chargeOf({ status, rehearsal }: Pick<Settlement, 'status' | 'rehearsal'>): {
  readonly look: Look;
  readonly word: string;
} {
  if (rehearsal) return { look: 'square', word: 'written' };
  const look = LOOKS[status] ?? 'dashed';
  return { look, word: look === 'dashed' ? status.toLowerCase() : status };
}
