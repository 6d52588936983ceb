// Owns the settings of one more listener for cues, as the config file gives them: where it hears,
// whom, how much, and how far what it hears is believed. Refuses a key of its own for signatures:
// secrets never stand in the config file.
import * as z from 'zod';
import { cueForm } from '../marker';

const V4_FIRST = { from: 224, to: 239 };

function isMulticast(address: string): boolean {
  if (address.includes(':')) return /^ff/iu.test(address);
  const first = Number(address.split('.')[0]);
  return first >= V4_FIRST.from && first <= V4_FIRST.to;
}

const address = z.union([z.ipv4(), z.ipv6()], { error: 'must be an IP address' });
/** A network in CIDR notation, or one address. */
const network = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
  error: 'must be a network such as 10.41.7.0/24, or an address',
});

/** A network card by its name or MAC, resolved when the listener opens; or an address. */
export const listenerBind = z.union(
  [
    z.strictObject({ card: z.string().min(1).max(64) }),
    z.strictObject({ mac: z.string().regex(/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/iu) }),
    z.strictObject({ address }),
  ],
  { error: 'must be one of {"card": NAME}, {"mac": MAC} and {"address": IP}' },
);
export type ListenerBind = z.infer<typeof listenerBind>;

const group = z.strictObject({
  group: address.refine(isMulticast, 'must be a multicast group'),
  /** Where it is joined; the listener's own card where left out. */
  on: listenerBind.optional(),
  /** Only what this sender sends to the group (source-specific multicast). */
  source: address.optional(),
});
export type GroupSettings = z.infer<typeof group>;

/** How far a form is believed; `off`: this listener does not take it. */
export const formTrust = z.enum(['high', 'low', 'off']);

/** One listener. */
export const listenerSettings = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/u, 'must be lower-case letters, digits, -'),
    name: z.string().trim().min(1).max(60).optional(),
    protocol: z.enum(['udp', 'scte104']),
    bind: listenerBind,
    port: z.number().int().min(0).max(65_535),
    groups: z.array(group).max(16).default([]),
    /** Who may be heard; empty: anybody. What others send is quarantined. */
    allow: z.array(network).max(64).default([]),
    /** As `listener.ratePerSecond` and `rateBurst` where left out. */
    ratePerSecond: z.number().int().min(0).max(10_000_000).optional(),
    rateBurst: z.number().int().min(1).max(10_000_000).optional(),
    datagramMostBytes: z.number().int().min(20).max(65_535).default(65_535),
    trust: z.partialRecord(cueForm, formTrust).default({}),
    /** Signed JSON: not looked for, taken beside unsigned, or asked of all bare JSON. */
    signedJson: z.enum(['off', 'optional', 'required']).default('off'),
    /** How far the time of a signature may lie from ours. */
    replayWindowMs: z.number().int().min(1_000).max(300_000).default(30_000),
  })
  .superRefine(({ protocol, bind, groups, signedJson, trust }, context) => {
    const wrong = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (protocol !== 'udp' && groups.length > 0) wrong(['groups'], 'only UDP has groups');
    if (protocol !== 'udp' && signedJson !== 'off') wrong(['signedJson'], 'only UDP carries JSON');
    for (const form of ['json', 'legacy-json'] as const) {
      if (trust[form] === 'high')
        wrong(['trust', form], 'anybody can write it: low, off or signed');
    }
    const any = 'address' in bind && ['0.0.0.0', '::'].includes(bind.address);
    groups.forEach(({ on }, at) => {
      if (any && on === undefined) wrong(['groups', at, 'on'], 'name the card to join on');
    });
  });
export type ListenerSettings = z.infer<typeof listenerSettings>;

/** The ids of the two listeners that every engine has. */
const OWN_IDS: readonly string[] = ['udp-1', 'scte104-1'];

/** Listeners beside the two of the flags. */
export const listenersSettings = z
  .array(listenerSettings)
  .max(16)
  .superRefine((listeners, context) => {
    const taken = new Set(OWN_IDS);
    listeners.forEach(({ id }, at) => {
      if (taken.has(id)) {
        context.addIssue({ code: 'custom', path: [at, 'id'], message: `there is a ${id} already` });
      }
      taken.add(id);
    });
  });
