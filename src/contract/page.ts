// Owns the two shapes every list shares: the question (after, limit) and the page. Oldest first;
// `after` is the last page's `next` and opaque to the caller.
import * as z from 'zod';
import { PAGE_DEFAULT, PAGE_MOST } from './limits';

/** What every list takes. Numbers may come as text, since REST queries do. */
export const pageInput = z.object({
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MOST).default(PAGE_DEFAULT),
});

/** A page of items with the cursor of the next, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** ISO 8601 in UTC. */
export const isoTime = z.string();
/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/u);
/** The currencies of ISO 4217 whose minor unit is a hundredth: what cents can be of. */
const WITH_CENTS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF ' +
  'CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
  'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA ' +
  'MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN ' +
  'QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP ' +
  'TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const CURRENCY_MUST = 'must be an ISO 4217 currency that has cents, such as USD, CAD or EUR';
/** A currency prices may be in. */
export const centCurrency = z
  .string()
  .regex(/^[A-Z]{3}$/u, { message: CURRENCY_MUST, abort: true })
  .refine((code) => WITH_CENTS.split(' ').includes(code), CURRENCY_MUST);
/** Integer minor units, zero or more. */
export const cents = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Basis points: 10,000 is 1. */
export const bps = z.number().int().min(0).max(1_000_000);

/** A page as a type. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
