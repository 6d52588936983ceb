// Holds the pure parts of a listener's settings to their word: who is allowed, which card is meant,
// whose signature fits and when; and what the config file may say of it all.
import { describe, expect, it } from 'vitest';
import type { NetworkInterfaceInfo } from 'node:os';
import { listenersSettings } from '../../../../../src/contract/host/listeners';
import { allowList } from '../../../../../src/main/io/cues/listeners/allow-list';
import {
  cardAddress,
  joinAddress,
  type Cards,
} from '../../../../../src/main/io/cues/listeners/find-card';
import { sealLine, unsealer } from '../../../../../src/main/io/cues/listeners/signed-json';
import { signingKeys } from '../../../../../src/main/io/cues/listeners/signing-keys';

function info(family: 'IPv4' | 'IPv6', address: string, scopeid = 0): NetworkInterfaceInfo {
  const mac = '0c:42:a1:00:9f:01';
  const shared = { address, netmask: '', mac, internal: false, cidr: null };
  return family === 'IPv4' ? { ...shared, family } : { ...shared, family, scopeid };
}

const CARDS: Cards = {
  eno1: [
    info('IPv6', 'fe80::1', 3),
    info('IPv6', '2001:db8::20'),
    info('IPv4', '169.254.3.4'),
    info('IPv4', '10.41.7.20'),
  ],
  eno2: [{ ...info('IPv6', 'fe80::2', 4), mac: '0c:42:a1:00:9f:02' }],
  eno3: [],
};

describe('an allow list', () => {
  it.each([
    ['10.41.7.0/24', '10.41.7.255', true],
    ['10.41.7.0/24', '10.41.8.0', false],
    ['10.41.7.0/25', '10.41.7.128', false],
    ['10.41.7.9', '10.41.7.9', true],
    ['10.41.7.9', '10.41.7.8', false],
    ['0.0.0.0/0', '203.0.113.1', true],
    ['10.41.7.0/24', '::ffff:10.41.7.5', true],
    ['10.41.7.0/24', '2001:db8::5', false],
    ['2001:db8::/32', '2001:db8:1::5', true],
    ['2001:db8::/32', '2001:db9::5', false],
    ['fe80::/10', 'fe80::5%eth0', true],
    ['10.41.7.0/24', '127.0.0.1', true],
    ['10.41.7.0/24', '127.0.0.2', false],
    ['10.41.7.0/24', '::ffff:127.0.0.1', true],
    ['10.41.7.0/24', '::1', true],
    ['10.41.7.0/24', 'not an address', false],
  ])('%s and %s: %s', (network, address, allowed) => {
    expect(allowList([network])(address)).toBe(allowed);
  });

  it('lets everybody in where it is empty', () => {
    expect(allowList([])('203.0.113.1')).toBe(true);
  });
});

describe('a card', () => {
  it('is found by name or MAC, at the address that routers know', () => {
    const found = { ok: true, address: '10.41.7.20', card: 'eno1' };
    expect(cardAddress({ card: 'eno1' }, CARDS)).toEqual(found);
    expect(cardAddress({ mac: '0C-42-A1-00-9F-01' }, CARDS)).toEqual(found);
    expect(cardAddress({ address: '10.41.7.20' }, CARDS)).toEqual(found);
    expect(cardAddress({ card: 'eno1' }, CARDS, 'IPv6')).toMatchObject({ address: '2001:db8::20' });
    expect(cardAddress({ card: 'eno2' }, CARDS)).toMatchObject({ address: 'fe80::2%4' });
  });

  it('that is not there is a reason, never any card', () => {
    const why = (bind: Parameters<typeof cardAddress>[0]) => cardAddress(bind, CARDS);
    expect(why({ card: 'eno9' })).toEqual({ ok: false, why: 'no card named eno9' });
    expect(why({ card: 'eno3' })).toEqual({ ok: false, why: 'card eno3 has no IP address' });
    expect(why({ mac: '0c:42:a1:00:9f:09' })).toEqual({
      ok: false,
      why: 'no card with MAC 0c:42:a1:00:9f:09',
    });
    expect(why({ address: '0.0.0.0' })).toEqual({ ok: true, address: '0.0.0.0', card: null });
  });

  it('is where a group is joined: by address for IPv4, by scope for IPv6', () => {
    expect(joinAddress({ mac: '0c:42:a1:00:9f:01' }, CARDS, '239.1.2.3')).toMatchObject({
      address: '10.41.7.20',
    });
    const scoped = joinAddress({ card: 'eno2' }, CARDS, 'ff02::1:5');
    expect(scoped).toMatchObject({ ok: true, card: 'eno2' });
    expect(scoped.ok && scoped.address).toMatch(/^::%(eno2|4)$/u);
    expect(joinAddress({ card: 'eno2' }, CARDS, '239.1.2.3')).toEqual({
      ok: false,
      why: 'card eno2 has no IPv4 address',
    });
  });
});

describe('signed JSON', () => {
  const KEY = 'a key nobody can guess';
  const NOW = 1_790_000_000_000;
  const body = Buffer.from('{"event_type":"goal"}');
  const signed = (nonce = 'nonce-0001', timeMs = NOW, text = body): Buffer =>
    Buffer.concat([Buffer.from(sealLine(KEY, text, { timeMs, nonce })), text]);
  const open = () => unsealer(KEY, 30_000);

  it('gives the JSON and the time it was signed', () => {
    const { bytes, seal } = open()(Buffer.concat([signed(), Buffer.from('\r\n\0')]), NOW + 500);
    expect(seal).toEqual({ ok: true, signedAtMs: NOW });
    expect(Buffer.from(bytes).toString().trimEnd().slice(0, body.length)).toBe(body.toString());
  });

  it('is not looked for where there is no mark', () => {
    expect(open()(body, NOW)).toEqual({ bytes: body, seal: null });
  });

  it('with one bit changed anywhere does not fit', () => {
    const unseal = open();
    const whole = signed();
    for (let at = 8; at < whole.length; at += 1) {
      const bent = Buffer.from(whole);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(unseal(bent, NOW).seal, `byte ${at}`).toMatchObject({ ok: false });
    }
    expect(unsealer('another key nobody knows', 30_000)(whole, NOW).seal).toMatchObject({
      reason: 'signature',
    });
    expect(unseal(Buffer.from('CUEBID1 '), NOW).seal).toMatchObject({ reason: 'signature' });
  });

  it('is refused outside the window, to both sides', () => {
    const seal = (atMs: number) => open()(signed(), atMs).seal;
    expect(seal(NOW + 30_000)).toMatchObject({ ok: true });
    expect(seal(NOW - 30_000)).toMatchObject({ ok: true });
    expect(seal(NOW + 30_001)).toEqual({ ok: false, reason: 'replayed' });
    expect(seal(NOW - 30_001)).toEqual({ ok: false, reason: 'replayed' });
  });

  it('passes again as a copy for three seconds, then it is a replay', () => {
    const unseal = open();
    expect(unseal(signed(), NOW).seal).toMatchObject({ ok: true });
    expect(unseal(signed(), NOW + 3_000).seal).toMatchObject({ ok: true });
    expect(unseal(signed(), NOW + 3_001).seal).toEqual({ ok: false, reason: 'replayed' });
    expect(unseal(signed('nonce-0002'), NOW + 3_001).seal).toMatchObject({ ok: true });
  });

  it('does not take a nonce for other words', () => {
    const unseal = open();
    unseal(signed(), NOW);
    const other = signed('nonce-0001', NOW, Buffer.from('{"event_type":"save"}'));
    expect(unseal(other, NOW + 10).seal).toEqual({ ok: false, reason: 'replayed' });
  });

  it('has its key from the store by the listener, then for all, then the environment', () => {
    const store = new Map([['signingKey.truck', 'the key of the truck']]);
    const env = { CUEBID_SIGNING_KEY: 'the key of everybody' };
    const keyOf = signingKeys({ get: (name) => store.get(name) ?? null }, env);
    expect(keyOf('truck')).toBe('the key of the truck');
    expect(keyOf('other')).toBe('the key of everybody');
    store.set('signingKey', 'short');
    expect(keyOf('other')).toBeNull();
  });
});

describe('the settings of listeners', () => {
  const one = { id: 'truck', protocol: 'udp', bind: { card: 'eno1' }, port: 9_998 };
  const refusal = (...listeners: object[]) => {
    const checked = listenersSettings.safeParse(listeners);
    const [issue] = checked.error?.issues ?? [];
    return issue === undefined ? null : `${issue.path.join('.')}: ${issue.message}`;
  };

  it('take what is left out as it is meant', () => {
    expect(listenersSettings.parse([one])).toMatchObject([
      { groups: [], allow: [], trust: {}, signedJson: 'off', datagramMostBytes: 65_535 },
    ]);
  });

  it.each([
    [{ ...one, colour: 'red' }, /^0: .*colour/u],
    [{ ...one, id: 'udp-1' }, /^0\.id: there is a udp-1 already/u],
    [{ ...one, id: 'Truck 1' }, /^0\.id: /u],
    [{ ...one, bind: 'eno1' }, /^0\.bind: must be one of/u],
    [{ ...one, bind: {} }, /^0\.bind: must be one of/u],
    [{ ...one, allow: ['10.0.0.0/33'] }, /^0\.allow\.0: must be a network/u],
    [{ ...one, allow: ['truck.lan'] }, /^0\.allow\.0: must be a network/u],
    [{ ...one, groups: [{ group: '10.0.0.1' }] }, /^0\.groups\.0\.group: must be a multicast/u],
    [
      { ...one, bind: { address: '0.0.0.0' }, groups: [{ group: '239.1.2.3' }] },
      /^0\.groups\.0\.on: name the card/u,
    ],
    [{ ...one, protocol: 'scte104', groups: [{ group: '239.1.2.3' }] }, /^0\.groups: only UDP/u],
    [{ ...one, trust: { json: 'high' } }, /^0\.trust\.json: anybody can write it/u],
    [{ ...one, trust: { morse: 'high' } }, /^0\.trust/u],
    [{ ...one, signingKey: 'secret' }, /^0: .*signingKey/u],
  ])('%j is refused', (listener, message) => {
    expect(refusal(listener)).toMatch(message);
  });

  it('refuse two of one id', () => {
    expect(refusal(one, { ...one, port: 9_997 })).toMatch(/^1\.id: there is a truck already/u);
  });
});
