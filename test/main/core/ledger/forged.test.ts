// Owns the proof that a replay finds a forged journal: one whose chain was computed anew, so that
// only what it says can give it away.
import { describe, expect, it } from 'vitest';
import type { Bidder } from '../../../../src/main/core/auction/bidder';
import { GENESIS_HASH, link } from '../../../../src/main/core/ledger/chain';
import type { Entry, EntryBodies, EntryType } from '../../../../src/main/core/ledger/entries';
import { createReplay, type Difference } from '../../../../src/main/core/ledger/replay';
import { bidderOf, sha256 } from '../auction/makings';
import { Night } from './night';

const BIDDERS: readonly Bidder[] = [
  bidderOf('anna', { agency: 'Agency' }),
  bidderOf('bert', { strategy: { kind: 'fixed', amountCents: 550_000 } }),
  bidderOf('cleo', { active: false }),
];

/** Auction 1 is sold, 2 cancelled while open, 3 cut off by a crash, 4 never opens. */
function honest(): Entry[] {
  const night = new Night(BIDDERS);
  const sold = night.create();
  night.open(sold);
  night.close(sold);
  const cancelled = night.create();
  night.open(cancelled);
  night.drop(cancelled, 'cancelled');
  night.open(night.create());
  night.crash();
  night.drop(night.create(), 'capacity');
  return night.entries;
}

function forge(change: (entries: Entry[]) => Entry[]): Entry[] {
  const drafts = change(JSON.parse(JSON.stringify(honest())) as Entry[]);
  let prevHash = GENESIS_HASH;
  return drafts.map(({ hash: _, ...draft }, at) => {
    const entry = link(draft, { seq: at + 1, recordedAtMs: draft.recordedAtMs, prevHash }, sha256);
    prevHash = entry.hash;
    return entry;
  });
}

function audit(entries: readonly Entry[]): Difference | null {
  const replay = createReplay({ sha256 });
  for (const entry of entries) replay.feed(entry);
  return replay.end().difference;
}

/** The nth entry of a type (from 1). */
function nth(entries: readonly Entry[], type: EntryType, n = 1): Entry {
  const found = entries.filter((entry) => entry.type === type)[n - 1];
  if (found === undefined) throw new Error(`there is no ${type} ${n}`);
  return found;
}

type Loose<T> = { -readonly [K in keyof T]: Loose<T[K]> };

/** Changes the body of the nth entry of a type. */
function edited<T extends EntryType>(
  type: T,
  change: (body: Loose<EntryBodies[T]>) => void,
  n = 1,
): (entries: Entry[]) => Entry[] {
  return (entries) => {
    change(nth(entries, type, n).body as Loose<EntryBodies[T]>);
    return entries;
  };
}

function without(type: EntryType, n = 1): (entries: Entry[]) => Entry[] {
  return (entries) => entries.filter((entry) => entry !== nth(entries, type, n));
}

/** Puts a copy of one entry right behind another. */
function copied(what: EntryType, behind: EntryType, n = 1): (entries: Entry[]) => Entry[] {
  return (entries) => {
    const copy = structuredClone(nth(entries, what, n));
    return entries.flatMap((one) => (one === nth(entries, behind, n) ? [one, copy] : [one]));
  };
}

const FORGERIES: [string, (entries: Entry[]) => Entry[], string][] = [
  [
    'another winner',
    edited('auction-closed', ({ decision }) => {
      if (decision.winner !== null) decision.winner.bidderId = 'bert';
    }),
    'decides otherwise',
  ],
  [
    'a lower price',
    edited('auction-closed', ({ decision }) => {
      decision.priceCents = 500_000;
    }),
    'decides otherwise',
  ],
  [
    'a bidder without an end',
    edited('auction-closed', ({ decision }) => {
      decision.outcomes.pop();
    }),
    'decides otherwise',
  ],
  [
    'another seed',
    edited('auction-closed', (body) => {
      body.seed += '!';
    }),
    'seed is not the one',
  ],
  [
    'a raised bid',
    edited('auction-opened', ({ opening }) => {
      if (opening.bids[1] !== undefined) opening.bids[1].amountCents = 650_000;
    }),
    'decides otherwise',
  ],
  [
    'a bidder twice',
    edited('auction-opened', ({ opening }) => {
      opening.noBids.push({ bidderId: 'anna', name: 'Anna', reason: 'filter' });
    }),
    'stands in it twice',
  ],
  [
    'a stranger',
    edited('auction-opened', ({ opening }) => {
      opening.bids.push({ bidId: 'x', bidderId: 'dora', name: 'D', seq: 3, amountCents: 1 });
    }),
    'never registered',
  ],
  [
    'more time than agreed',
    edited('auction-opened', ({ opening }) => {
      opening.endsAtMs += 1;
    }),
    'lasts longer',
  ],
  [
    'a lower floor',
    edited('auction-created', ({ terms }) => {
      terms.price.floorCents -= 1;
    }),
    'does not add up',
  ],
  [
    'a modifier switched on',
    edited('auction-created', ({ terms }) => {
      if (terms.price.modifiers[0] !== undefined) terms.price.modifiers[0].holds = true;
    }),
    'does not add up',
  ],
  [
    'unknown rules',
    edited('auction-created', ({ terms }) => {
      terms.ruleVersion = 'first-0';
    }),
    'not known here',
  ],
  [
    'a second auction of a marker',
    edited(
      'auction-created',
      ({ terms }) => {
        terms.markerId = 'M-1';
      },
      2,
    ),
    'had its auction before',
  ],
  ['the same auction again', copied('auction-created', 'settlement-born'), 'created before'],
  ['two openings', copied('auction-opened', 'auction-opened'), 'opened before'],
  ['two closes', copied('auction-closed', 'settlement-born'), 'not open'],
  ['no creation', without('auction-created'), 'not waiting'],
  ['no opening', without('auction-opened'), 'without having opened'],
  ['no settlement', without('settlement-born'), 'settlement of A-1 is missing'],
  ['two settlements', copied('settlement-born', 'settlement-born'), 'without a sale'],
  [
    'a late settlement',
    (entries) => {
      const settlement = nth(entries, 'settlement-born');
      const rest = entries.filter((one) => one !== settlement);
      return [...rest, settlement];
    },
    'settlement of A-1 is missing',
  ],
  [
    'a cheaper settlement',
    edited('settlement-born', ({ settlement }) => {
      settlement.totalDueCents -= 1;
    }),
    'is not what auction A-1 owes',
  ],
  [
    'another debtor',
    edited('settlement-born', ({ settlement }) => {
      settlement.advertiserId = 'bert';
    }),
    'is not what auction A-1 owes',
  ],
  [
    'a rehearsed debt',
    edited('settlement-born', ({ settlement }) => {
      settlement.rehearsal = true;
    }),
    'is not what auction A-1 owes',
  ],
  [
    'a smaller budget',
    edited('bidder-registered', ({ bidder }) => {
      bidder.budgetCents = 599_999;
    }),
    'more held and spent',
  ],
  ['a truck without a name', without('truck-founded'), 'before the truck was founded'],
  [
    'an end that does not go with its reason',
    edited('auction-dropped', (body) => {
      body.reason = 'capacity';
    }),
    'does not go with',
  ],
  [
    'an open one ended by capacity',
    edited('auction-dropped', (body) => {
      body.reason = 'capacity';
      body.status = 'UNSOLD';
    }),
    'cannot end it',
  ],
  [
    'a dropped bidder without its reason',
    edited('auction-dropped', ({ outcomes }) => {
      outcomes.pop();
    }),
    'do not end as they must',
  ],
  [
    'a bidder ending twice where nothing opened',
    edited(
      'auction-dropped',
      ({ outcomes }) => {
        outcomes.unshift(...outcomes.slice(0, 1));
      },
      3,
    ),
    'ends in it twice',
  ],
  ['a drop of what has ended', copied('auction-dropped', 'auction-dropped'), 'it has ended'],
  [
    'a body of another shape',
    edited('auction-opened', (body) => {
      Object.assign(body.opening, { bids: null });
    }),
    'cannot be read',
  ],
];

describe('a forged journal', () => {
  it('is not what an honest one looks like after chaining it anew', () => {
    expect(audit(forge((entries) => entries))).toBeNull();
  });

  it.each(FORGERIES)('is found: %s', (_, change, what) => {
    expect(audit(forge(change))?.what).toContain(what);
  });

  it('is found where a slot was awarded after the crash that cut it off', () => {
    const night = new Night(BIDDERS);
    const live = night.create();
    night.open(live);
    night.add('engine-started', { bootId: 'boot-2', version: '0.1.0' });
    const seq = night.entries.length + 1;
    night.close(live);
    expect(audit(night.entries)).toEqual({
      seq,
      what: 'auction A-1 was decided after the engine had stopped',
    });
  });

  it('is not seen where an auction that never opened waits through a crash', () => {
    const night = new Night(BIDDERS);
    const live = night.create();
    night.crash();
    night.open(live);
    night.close(live);
    expect(audit(night.entries)).toBeNull();
  });

  it('is found where a budget is cut below what is held and spent', () => {
    const night = new Night(BIDDERS);
    night.open(night.create());
    night.add('bidder-registered', { bidder: bidderOf('anna', { budgetCents: 599_999 }) });
    expect(audit(night.entries)?.what).toContain('more held and spent');
  });
});
