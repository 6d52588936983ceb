// Owns the badge of a settlement's state. Settled ones are quiet, what waits is outlined, what
// nobody knows asks for attention; only FROZEN is red, since money may have been doubled.
import type { SettlementStatus } from '../../../contract/settlement';
import { Badge, type Tone } from '../parts/marks/badge';
import type { MarkName } from '../parts/marks/mark';

const LOOK: Record<SettlementStatus, readonly [Tone, MarkName?]> = {
  DUE: ['outlined'],
  AUTHORISING: ['quiet', 'ring'],
  AUTHORISED: ['quiet', 'tick'],
  CHARGING: ['quiet', 'ring'],
  CHARGED: ['quiet', 'tick'],
  SETTLED: ['dim', 'tick'],
  UNKNOWN: ['filled', 'query'],
  DECLINED: ['attention', 'triangle'],
  FROZEN: ['fault', 'fault'],
  INVOICED: ['quiet', 'tick'],
  WAIVED: ['struck'],
  VOIDED: ['struck'],
  REFUNDED: ['quiet'],
  DISPUTED: ['attention', 'triangle'],
};

/** Every state there is. */
export const STATES = Object.keys(LOOK) as readonly SettlementStatus[];

/** The badge of a state. */
export function StateBadge({ status }: { readonly status: SettlementStatus }) {
  const [tone, mark] = LOOK[status];
  return <Badge tone={tone} word={status} mark={mark} />;
}
