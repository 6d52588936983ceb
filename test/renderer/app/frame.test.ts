// Owns proof of the lamps, the standing notices, the header's words, the address, and the keys.
// Refuses a browser: all of it is reckoned without one.
import { describe, expect, it } from 'vitest';
import type { Health } from '../../../src/contract/status';
import {
  lampsOf,
  LONG_QUEUE,
  type LampInput,
} from '../../../src/renderer/src/app/frame/lamp-rules';
import { standingCauses } from '../../../src/renderer/src/app/frame/standing';
import { nextSlot, slotText } from '../../../src/renderer/src/app/frame/header/slot';
import {
  engineWords,
  offsetText,
  wallText,
  zoneText,
} from '../../../src/renderer/src/app/frame/header/words';
import { waitingOn } from '../../../src/renderer/src/app/frame/waiting-on';
import { auctionOf, listenerOf, markerOf, statusOfEngine } from '../records';

const NOW = Date.parse('2026-11-20T02:41:32.600Z');
const HEALTHY: Health = {
  status: 'ok',
  service: 'cuebid',
  version: '0.1.0',
  uptimeMs: 1,
  checks: [{ name: 'store', status: 'ok', detail: 'fine' }],
};

function lamps(part: Partial<LampInput> = {}) {
  const input = {
    status: statusOfEngine(),
    health: HEALTHY,
    stale: false,
    wordAtMs: NOW,
    silence: () => '4.4 s',
    ...part,
  };
  return lampsOf(input).map(({ key, state, why }) => [key, state, why(NOW)]);
}

describe('the lamps', () => {
  it('each say why, also when all is well', () => {
    const lastPacketAt = '2026-11-20T02:41:32.300Z';
    const status = statusOfEngine({ listeners: [listenerOf({ lastPacketAt })] });
    expect(lamps({ status })).toEqual([
      ['cue-udp', 'ok', 'packet 0.3 s ago'],
      ['engine', 'ok', 'loop p99 1.2 ms'],
      ['db', 'ok', 'durable p99 2.8 ms'],
    ]);
  });

  it('say "any card" where it listens on all of them', () => {
    const status = statusOfEngine({ listeners: [listenerOf({ address: '0.0.0.0' })] });
    expect(lamps({ status })[0]).toEqual(['cue-udp', 'ok', 'any card, no packet yet']);
  });

  it('show a fault, a slow loop, trouble, a long queue, a sick database', () => {
    const listeners = [listenerOf({ state: 'fault', detail: 'port held' })];
    const status = statusOfEngine({ listeners, loopDelayMs: { p50: 1, p99: 40 } });
    expect(lamps({ status }).slice(0, 2)).toEqual([
      ['cue-udp', 'broken', 'port held'],
      ['engine', 'degraded', 'loop p99 40.0 ms'],
    ]);
    expect(lamps({ status: statusOfEngine({ trouble: 'No disk.' }) })[1]).toEqual([
      'engine',
      'broken',
      'No disk.',
    ]);
    const queues = { intake: 0, store: LONG_QUEUE, payments: 0, feeds: 0 };
    expect(lamps({ status: statusOfEngine({ queues }) })[2]?.[1]).toBe('degraded');
    const sick: Health = {
      ...HEALTHY,
      checks: [{ name: 'store', status: 'down', detail: 'disk full' }],
    };
    expect(lamps({ health: sick })[2]).toEqual(['db', 'broken', 'disk full']);
  });

  it('are dated when stale, with the engine’s silence first', () => {
    expect(lamps({ stale: true })).toEqual([
      ['engine', 'broken', 'no heartbeat 4.4 s'],
      ['cue-udp', 'ok', 'as of 02:41:32'],
      ['db', 'ok', 'as of 02:41:32'],
    ]);
  });

  it('claim nothing before the first word', () => {
    expect(lamps({ status: null })).toEqual([['engine', 'off', 'no word yet']]);
    expect(lamps({ health: null })[2]).toEqual(['db', 'off', 'not asked yet']);
  });
});

describe('the causes of notices', () => {
  const faults = { markers: null, auctions: null, settlements: null, status: null };
  const heard = { faults, quarantined: null, wordAtMs: NOW };
  const calm = { ...heard, status: statusOfEngine(), stale: false, refusal: null };

  it('are none when all is well', () => {
    expect(standingCauses(calm)).toEqual([]);
  });

  it('when stale are the silence alone, dated', () => {
    const troubled = statusOfEngine({ trouble: 'x', held: true });
    const [only, ...rest] = standingCauses({ ...calm, status: troubled, stale: true });
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ cause: 'silent', level: 'critical' });
    expect(only?.text).toContain('02:41:32.6');
  });

  it('tell why the engine does not let us in', () => {
    const refusal = 'This browser has no valid session.';
    expect(standingCauses({ ...calm, stale: true, refusal })[0]?.text).toBe(refusal);
  });

  it('say which list cannot be read, what still works, and where more of it stands', () => {
    const fault = 'The database does not take writes.';
    const [only, ...rest] = standingCauses({ ...calm, faults: { ...faults, markers: fault } });
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ cause: 'feed-markers', level: 'warning', opens: 'markers' });
    expect(only?.text).toContain(fault);
    expect(only?.text).toContain('the other lists go on');
  });

  it('name the source of the cue that waits in quarantine', () => {
    const quarantined = markerOf({ id: 'M-1', status: 'QUARANTINED' });
    expect(standingCauses({ ...calm, quarantined })).toMatchObject([
      { cause: 'quarantine-M-1', level: 'warning', opens: 'markers' },
    ]);
  });

  it('name a source whose clock is wrong with the one action, and one that is trusted', () => {
    const off = { staleInARow: 2, offsetMs: -60_040, lastAt: new Date(NOW).toISOString() };
    const own = { address: '192.0.2.7', ...off, trustedSince: null, trustedBy: null };
    const [wrong] = standingCauses({ ...calm, status: statusOfEngine({ sources: [own] }) });
    expect(wrong).toMatchObject({
      level: 'critical',
      trusts: { address: '192.0.2.7', trusted: true },
    });
    expect(wrong?.text).toContain('60.0 s behind ours');
    const trusted = { ...own, trustedSince: off.lastAt, trustedBy: 'operator:anna' };
    const [known] = standingCauses({ ...calm, status: statusOfEngine({ sources: [trusted] }) });
    expect(known).toMatchObject({
      level: 'warning',
      trusts: { address: '192.0.2.7', trusted: false },
    });
    expect(known?.text).toContain('operator:anna');
  });

  it('put the gravest last, where the line takes it', () => {
    const listeners = [listenerOf({ state: 'fault', detail: 'port held' })];
    const status = statusOfEngine({ trouble: 'No disk.', held: true, listeners });
    expect(standingCauses({ ...calm, status }).map(({ cause }) => cause)).toEqual([
      'held',
      'listener-udp',
      'trouble',
    ]);
  });
});

describe('the header', () => {
  it('says what the mode means for money', () => {
    const engine = { host: 'truck:9480', mode: 'REHEARSAL', book: { version: 3 } } as const;
    expect(engineWords(engine)).toBe(
      'truck:9480 \u00b7 book v3 \u00b7 auctions are real, no money leaves',
    );
    expect(engineWords({ host: 'truck:9480', mode: null, book: null })).toBe('truck:9480');
  });

  it('writes the desk\u2019s own time and how far its clock is off', () => {
    expect(wallText(NOW, -300)).toBe('21:41:32');
    expect([-300, 0, 330].map(zoneText)).toEqual(['UTC\u22125', 'UTC', 'UTC+5:30']);
    expect([3, -0.2, -2_340].map(offsetText)).toEqual(['+3 ms', '\u00b10 ms', '\u22122.3 s']);
  });

  it('counts to the close of what is on sale, else to what must air, else to nothing', () => {
    const ago = new Date(NOW - 60_000).toISOString();
    const soon = new Date(NOW + 212).toISOString();
    const later = new Date(NOW + 41_000).toISOString();
    const sold = auctionOf({ id: 'A-1', status: 'SOLD', endsAt: ago });
    const airs = { ...sold, slot: { ...sold.slot, airBy: later } };
    const open = { ...airs, id: 'A-2', status: 'OPEN' as const, endsAt: soon };
    expect(nextSlot([open, airs], NOW)).toMatchObject({ label: 'A-2 closes' });
    const next = nextSlot([airs], NOW);
    expect(next).toMatchObject({ label: 'A-1 airs by', kind: 'airs' });
    expect(next === null ? '' : slotText(next, NOW)).toBe('00:41');
    expect(nextSlot([{ ...airs, slot: { ...sold.slot, airBy: ago } }], NOW)).toBeNull();
    expect(nextSlot([{ ...open, status: 'UNSOLD' }], NOW)).toBeNull();
  });
});

it('only what needs a person waits on a screen', () => {
  const status = statusOfEngine({ settlements: { due: 4, unknown: 1, declined: 2 } });
  const input = { held: 3, status, health: HEALTHY };
  expect(waitingOn('markers', input)).toBe(3);
  expect(waitingOn('settlements', input)).toBe(3);
  expect(waitingOn('live', input)).toBe(0);
  expect(waitingOn('settlements', { ...input, status: null })).toBe(0);
});
