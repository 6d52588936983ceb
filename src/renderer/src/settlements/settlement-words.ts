// Owns what a settlement's state means in a sentence, and its history as lines. Pure. Refuses to
// say "charged" where nobody knows: then it says so.
import type { Settlement, SettlementStatus } from '../../../contract/settlement';

const MEANS: Record<SettlementStatus, string> = {
  DUE: 'Sold and owed. Nothing was sent to the gateway.',
  AUTHORISING: 'The gateway is asked to hold the sum. Nothing is charged yet.',
  AUTHORISED: 'The gateway holds the sum. It is charged once the slot has aired.',
  CHARGING: 'The charge is on its way to the gateway.',
  CHARGED: 'The gateway has charged it; it is not in a batch yet.',
  SETTLED: 'Charged and settled in a batch.',
  UNKNOWN: 'The reply was lost: it may have been charged. Nothing is sent twice.',
  DECLINED: 'The card was declined. The sum is still due.',
  FROZEN: 'The gateway has more than one charge for one order. A second person must close it.',
  INVOICED: 'It is on an invoice; no card is charged.',
  WAIVED: 'It was waived; nothing is owed.',
  VOIDED: 'It was voided; nothing is owed.',
  REFUNDED: 'It was charged and given back.',
  DISPUTED: 'The payer disputes the charge.',
};

/** What the state means. In rehearsal nothing ever leaves the engine, whatever the state. */
export function stateSentence({ status, rehearsal }: Settlement): string {
  if (rehearsal) return 'Written in rehearsal. It is never sent and nothing is owed.';
  return MEANS[status];
}

/** What comes next, null where nothing does or nobody knows. Refuses to promise a charge. */
export function aheadOf({ status, rehearsal }: Settlement): string | null {
  if (rehearsal) return 'rehearsal: nothing leaves the engine';
  return status === 'DUE' ? 'stays DUE: this version sends no charges' : null;
}

/** One line of the history. */
export interface HistoryLine {
  readonly at: string;
  readonly word: string;
  readonly what: string;
}

/** What happened to it, oldest first. */
export function historyOf(settlement: Settlement): readonly HistoryLine[] {
  const { createdAt, attempts, aired } = settlement;
  return [
    { at: createdAt, word: 'DUE', what: 'sold and owed, in one commit' },
    ...attempts.map(({ n, state, sentAt, outcome }) => ({
      at: sentAt,
      word: state,
      what: `attempt ${n}: ${outcome}`,
    })),
    ...(aired === null ? [] : [{ at: '', word: aired, what: 'as the as-run says' }]),
  ];
}
