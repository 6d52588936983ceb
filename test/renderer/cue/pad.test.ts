// Owns proof of when nothing can be asked for and why, what a pad asks the engine to send, what
// stands on it, and how the bytes are laid out.
import { describe, expect, it } from 'vitest';
import type { PriceBook } from '../../../src/contract/price-book';
import { hexRows } from '../../../src/renderer/src/cue/bytes/hex-rows';
import { cueInput, nothingSaid, shotOf, targetOf } from '../../../src/renderer/src/cue/draft';
import { padsOf, whyOff, type PadFacts } from '../../../src/renderer/src/cue/pad-rules';
import { padLine, type PadState } from '../../../src/renderer/src/cue/pads/pad-words';

const READY: PadFacts = { stale: false, linked: true, mode: 'REHEARSAL', trouble: null };

describe('everything is off', () => {
  it.each<[Partial<PadFacts>, RegExp]>([
    [{ stale: true }, /No word from the engine/u],
    [{ linked: false }, /No word from the engine/u],
    [{ mode: null }, /No word from the engine/u],
    [{ trouble: 'The disk is full.' }, /The disk is full/u],
  ])('for %o, with the reason', (part, reason) => {
    expect(whyOff({ ...READY, ...part })).toMatch(reason);
  });

  it('and on when nothing stands in the way, in SETUP for dry runs', () => {
    expect(whyOff(READY)).toBeNull();
    expect(whyOff({ ...READY, mode: 'ON_AIR' })).toBeNull();
    expect(whyOff({ ...READY, mode: 'SETUP' })).toBeNull();
  });
});

it('events to choose from are the enabled ones, weightiest first, whatever they cost', () => {
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

describe('what is asked for', () => {
  const said = nothingSaid(['goal_scored', 'fight', 'commercial_break']);

  it('is silent about empty fields and unset flags', () => {
    expect(cueInput('slot-start', { ...said, teamId: '  ' })).toEqual({
      pad: 'slot-start',
      eventType: 'goal_scored',
    });
  });

  it('carries what was filled in, without stray blanks; a break has an event of its own', () => {
    const flags = new Set(['closeGame', 'rivalry'] as const);
    const full = { ...said, slotEvent: 'fight', teamId: ' HCG ', gameId: 'G 1', flags };
    const facts = { teamId: 'HCG', gameId: 'G 1', closeGame: true, rivalry: true };
    expect(cueInput('slot-start', full)).toEqual({
      pad: 'slot-start',
      eventType: 'fight',
      ...facts,
    });
    expect(cueInput('out-60', full)).toEqual({
      pad: 'out-60',
      eventType: 'commercial_break',
      ...facts,
    });
  });

  it('is the pad alone where it follows a cue that was heard', () => {
    expect(cueInput('cancel', { ...said, teamId: 'HCG' })).toEqual({ pad: 'cancel' });
    expect(cueInput('replay', said)).toEqual({ pad: 'replay' });
  });

  it('names what the pad was shown to act on; a repeat has a new event', () => {
    const cue = { eventId: 7 } as Parameters<typeof targetOf>[1];
    const at = (pad: PadState['pad']) => targetOf({ pad, markerId: 'M-1' }, cue);
    for (const pad of ['in', 'cancel', 'slot-end'] as const) {
      expect(at(pad)).toEqual({ eventId: 7, markerId: 'M-1' });
      expect(shotOf({ pad }, at(pad))).toEqual({ pad, target: { eventId: 7, markerId: 'M-1' } });
    }
    expect(at('replay')).toEqual({ eventId: null, markerId: 'M-1' });
    expect(at('out-30')).toBeNull();
    expect(shotOf({ pad: 'out-30' }, null)).toEqual({ pad: 'out-30' });
  });

  it('falls back to the first event of a book without a commercial break', () => {
    expect(nothingSaid(['fight', 'goal_scored'])).toMatchObject({ outEvent: 'fight' });
  });
});

describe('a pad', () => {
  const event = { eventType: 'power_play_goal', slotMs: 15_000 };
  const state = (part: Partial<PadState>): PadState => ({
    pad: 'in',
    off: null,
    eventId: null,
    markerId: null,
    heardAt: null,
    ...part,
  });

  it.each<[Partial<PadState>, string]>([
    [{ pad: 'out-120' }, 'out, 120.000 s, auto return'],
    [{ pad: 'in', eventId: 0x7f000012 }, 'in, ends 0x7F000012'],
    [{ pad: 'cancel', eventId: 0x48001a36 }, 'cancels 0x48001A36'],
    [{ pad: 'slot-start' }, '0x34, 15.000 s, Power-play goal'],
    [{ pad: 'slot-end', eventId: 0x48001a36 }, '0x35, ends 0x48001A36'],
    [{ pad: 'replay', heardAt: '2026-11-20T02:41:32.308Z' }, 'as 02:41:32.308, new id'],
    [{ pad: 'in', off: 'No break is out.' }, 'No break is out.'],
  ])('%o says %s', (part, line) => {
    expect(padLine(state(part), event)).toBe(line);
  });
});

it('every byte stands in a row of sixteen, with what of it can be read', () => {
  const hex = `fc30${'00'.repeat(13)}7b7d`;
  expect(hexRows(hex)).toEqual([
    {
      address: '0000',
      bytes: ['FC', '30', ...Array<string>(13).fill('00'), '7B'],
      letters: '·0·············{',
    },
    { address: '0010', bytes: ['7D'], letters: '}' },
  ]);
  expect(hexRows('')).toEqual([]);
});
