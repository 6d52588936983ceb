// Owns the six DEMO advertisers: invented names, real strategies and budgets, so that a demo sells
// on air as a night would. Refuses to stand in any truck but one that a demo founded.
import type { Bidder } from './bidder';

const DEMO = { sample: false, active: true, currency: 'USD', agency: null, skips: [] } as const;
const GOALS_ONLY = [
  'spectacular_save',
  'fight',
  'instant_replay',
  'penalty',
  'power_play',
  'commercial_break',
];

/** The demo advertisers, in order of bidderId. Two have deep purses, so that a long demo sells. */
export const DEMO_BIDDERS: readonly Bidder[] = [
  {
    ...DEMO,
    bidderId: 'demo-embercreek',
    name: 'Ember Creek Coffee (DEMO)',
    budgetCents: 15_000_000,
    means: 'card',
    creativeId: 'DEMO-EMBERCREEK-10',
    skips: ['commercial_break', 'fight'],
    strategy: { kind: 'fixed', amountCents: 260_000 },
  },
  {
    ...DEMO,
    bidderId: 'demo-gannet',
    name: 'Gannet Air (DEMO)',
    agency: 'Long Pier Media (DEMO)',
    budgetCents: 50_000_000_000,
    means: 'card',
    creativeId: 'DEMO-GANNET-10',
    skips: ['commercial_break', 'fight'],
    strategy: { kind: 'percent_of_floor', bps: 11_500, mostCents: null },
  },
  {
    ...DEMO,
    bidderId: 'demo-kestrel',
    name: 'Kestrel Savings (DEMO)',
    agency: 'Long Pier Media (DEMO)',
    budgetCents: 20_000_000_000,
    means: 'invoice',
    creativeId: 'DEMO-KESTREL-10',
    skips: ['fight'],
    strategy: { kind: 'conservative', mostCents: 1_200_000, purseShareBps: 100 },
  },
  {
    ...DEMO,
    bidderId: 'demo-northlight',
    name: 'Northlight Motors (DEMO)',
    budgetCents: 250_000_000,
    means: 'card',
    creativeId: 'DEMO-NORTHLIGHT-10',
    skips: ['fight', 'penalty', 'commercial_break'],
    strategy: { kind: 'percent_of_floor', bps: 12_500, mostCents: 600_000 },
  },
  {
    ...DEMO,
    bidderId: 'demo-pinwheel',
    name: 'Pinwheel Snacks (DEMO)',
    budgetCents: 40_000_000,
    means: 'card',
    creativeId: 'DEMO-PINWHEEL-10',
    strategy: { kind: 'percent_of_floor', bps: 13_000, mostCents: 210_000 },
  },
  {
    ...DEMO,
    bidderId: 'demo-saltmarsh',
    name: 'Saltmarsh Outfitters (DEMO)',
    budgetCents: 60_000_000,
    means: 'invoice',
    creativeId: 'DEMO-SALTMARSH-10',
    skips: GOALS_ONLY,
    strategy: { kind: 'fixed', amountCents: 720_000 },
  },
];
