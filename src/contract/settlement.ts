// Owns the settlement as others see it: money owed for a sold slot. It is born in the transaction
// that sells the slot; in rehearsal it never leaves DUE.
import * as z from 'zod';
import { cents, currency, isoTime, pageInput } from './page';

export const SETTLEMENT_STATUSES = [
  'DUE',
  'AUTHORISING',
  'AUTHORISED',
  'CHARGING',
  'CHARGED',
  'SETTLED',
  'UNKNOWN',
  'DECLINED',
  'FROZEN',
  'INVOICED',
  'WAIVED',
  'VOIDED',
  'REFUNDED',
  'DISPUTED',
] as const;
export const settlementStatus = z.enum(SETTLEMENT_STATUSES);
export type SettlementStatus = z.infer<typeof settlementStatus>;

/** What the list takes; the surface calls the filter `state`. */
export const settlementFilter = pageInput.extend({ state: settlementStatus.optional() });

/** A settlement row. */
export const settlementSchema = z.object({
  seq: z.number().int(),
  id: z.string(),
  auctionId: z.string(),
  markerId: z.string().nullable(),
  advertiserId: z.string(),
  advertiser: z.string(),
  eventType: z.string().nullable(),
  createdAt: isoTime,
  status: settlementStatus,
  grossCents: cents,
  agencyCommissionCents: cents,
  netCents: cents,
  taxCents: cents,
  totalDueCents: cents,
  currency,
  means: z.enum(['card', 'invoice']),
  orderId: z.string(),
  gatewayId: z.string().nullable(),
  attempts: z.array(
    z.object({ n: z.number().int(), state: z.string(), sentAt: isoTime, outcome: z.string() }),
  ),
  aired: z.enum(['AIRED', 'TRUNCATED', 'SKIPPED', 'PREEMPTED', 'MAKE_GOOD']).nullable(),
  rehearsal: z.boolean(),
});
export type Settlement = z.infer<typeof settlementSchema>;
