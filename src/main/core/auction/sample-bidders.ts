// Owns the three SAMPLE advertisers of a fresh data directory: invented names, real strategies.
// Refuses to matter on air: they bid in REHEARSAL only.
import type { Bidder } from './bidder';

const SAMPLE = {
  sample: true,
  active: true,
  currency: 'USD',
  budgetCents: 500_000_000,
  skips: [],
} as const;

/** The sample advertisers, in order of bidderId. */
export const SAMPLE_BIDDERS: readonly Bidder[] = [
  {
    ...SAMPLE,
    bidderId: 'sample-brindle',
    name: 'Brindle & Moss Coffee (SAMPLE)',
    agency: null,
    means: 'card',
    creativeId: 'SAMPLE-BRINDLE-10',
    strategy: { kind: 'fixed', amountCents: 750_000 },
  },
  {
    ...SAMPLE,
    bidderId: 'sample-halvard',
    name: 'Halvard Skateworks (SAMPLE)',
    agency: 'Copper Lantern Media (SAMPLE)',
    means: 'card',
    creativeId: 'SAMPLE-HALVARD-10',
    strategy: { kind: 'percent_of_floor', bps: 11_000, mostCents: null },
  },
  {
    ...SAMPLE,
    bidderId: 'sample-tidewell',
    name: 'Tidewell Mutual (SAMPLE)',
    agency: null,
    means: 'invoice',
    creativeId: 'SAMPLE-TIDEWELL-10',
    strategy: { kind: 'conservative', mostCents: 2_500_000, purseShareBps: 500 },
  },
];
