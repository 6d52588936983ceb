// Owns proof of when the pad is off and why, what it says will happen, what it sends, and how it
// tells what became of a cue.
import { describe, expect, it } from 'vitest';
import type { PriceBook } from '../../../src/contract/price-book';
import { becameText } from '../../../src/renderer/src/cue/became';
import { cueInput, type FiredCue } from '../../../src/renderer/src/cue/cue-log';
import {
  padsOf,
  whatHappens,
  whyOff,
  type PadFacts,
} from '../../../src/renderer/src/cue/pad-rules';
import { auctionOf } from '../records';

const READY: PadFacts = {
  stale: false,
  linked: true,
  mode: 'REHEARSAL',
  held: false,
  trouble: null,
};

describe('the pad is off', () => {
  it.each<[Partial<PadFacts>, RegExp]>([
    [{ stale: true }, /No word from the engine/u],
    [{ linked: false }, /No word from the engine/u],
    [{ mode: null }, /No word from the engine/u],
    [{ mode: 'SETUP' }, /SETUP starts no auctions/u],
    [{ held: true }, /held/u],
    [{ trouble: 'The disk is full.' }, /The disk is full/u],
  ])('for %o, with the reason', (part, reason) => {
    expect(whyOff({ ...READY, ...part })).toMatch(reason);
  });

  it('and on when nothing stands in the way', () => {
    expect(whyOff(READY)).toBeNull();
    expect(whyOff({ ...READY, mode: 'ON_AIR' })).toBeNull();
  });
});

it('what will happen differs between rehearsal and air', () => {
  const cue = { eventType: 'goal_scored', team: 'HCG' };
  expect(whatHappens({ ...cue, mode: 'REHEARSAL' })).toMatch(/Goal for HCG.*nothing is charged/u);
  expect(whatHappens({ ...cue, mode: 'ON_AIR' })).toMatch(/live auction.*owes/u);
});

it('pads are the enabled events, weightiest first, whatever they cost', () => {
  const event = (importance: 'low' | 'high', baseCents: number, enabled = true) => ({
    baseCents,
    eventBps: 10_000,
    importance,
    enabled,
    minimumImportance: 'low' as const,
    minimumGapMs: 0,
    slotMs: 10_000,
    excludes: [],
  });
  const events = {
    zebra: event('high', 1),
    break: event('low', 9_000),
    fight: event('high', 500),
    off: event('high', 1, false),
  };
  const book: PriceBook = {
    currency: 'USD',
    events,
    aliases: {},
    modifiers: {} as PriceBook['modifiers'],
    exclusive: [],
    capBps: 100_000,
    reserveBps: 10_000,
  };
  expect(padsOf(book).map(([type]) => type)).toEqual(['fight', 'zebra', 'break']);
});

describe('what is sent', () => {
  it('is silent about empty fields and unset flags', () => {
    const draft = { eventType: 'fight', teamId: '  ', gameId: '', flags: new Set<never>() };
    expect(cueInput(draft)).toEqual({ eventType: 'fight' });
  });

  it('carries what was filled in, without stray blanks', () => {
    const flags = new Set(['closeGame', 'rivalry'] as const);
    const draft = { eventType: 'fight', teamId: ' HCG ', gameId: 'G 1', flags };
    expect(cueInput(draft)).toEqual({
      eventType: 'fight',
      teamId: 'HCG',
      gameId: 'G 1',
      closeGame: true,
      rivalry: true,
    });
  });
});

describe('what became of it', () => {
  const base = { n: 1, eventType: 'fight', teamId: '', atMs: 0 };
  const bytes = { hex: 'fc', form: 'section' as const, command: 'time_signal', crc32: '00' };
  const cue = { ...bytes, segmentationType: null, eventId: null, durationMs: null };
  const sent = { markerId: 'M-9', cue, plan: null };
  const heard = (auctionId: string | null): FiredCue => {
    const answer = { ...sent, status: 'ACCEPTED' as const, reason: null, auctionId };
    return { ...base, result: { kind: 'heard', answer } };
  };

  it('follows the auction to its end', () => {
    expect(becameText(heard('A-0218'), [])).toBe('ACCEPTED, opens A-0218');
    const open = auctionOf({ status: 'OPEN', winner: null, priceCents: null, reason: null });
    expect(becameText(heard('A-0218'), [open])).toBe('A-0218 open.');
    expect(becameText(heard('A-0218'), [auctionOf()])).toBe(
      'A-0218 sold to Kestrelair for 14,250.00 USD',
    );
    const unsold = auctionOf({
      status: 'UNSOLD',
      winner: null,
      priceCents: null,
      reason: 'no_bid',
    });
    expect(becameText(heard('A-0218'), [unsold])).toBe('A-0218 unsold. Nobody bid.');
  });

  it('tells refusals and cues that started nothing', () => {
    const refused: FiredCue = { ...base, result: { kind: 'refused', sentence: 'One a second.' } };
    expect(becameText(refused, [])).toBe('refused: One a second.');
    const answer = {
      ...sent,
      status: 'DUPLICATE' as const,
      reason: 'duplicate' as const,
      auctionId: null,
    };
    const copy: FiredCue = { ...base, result: { kind: 'heard', answer } };
    expect(becameText(copy, [])).toBe('DUPLICATE as M-9. A copy of a marker already heard.');
  });
});
