// Owns proof of the list of cards: rates from two counts, links as told or not at all, and which
// listener hears where. Refuses this machine's own cards.
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { cardsOf, type CardFacts, type Link } from '../../../../../src/main/io/ops/machine/cards';

function info(address: string, mac: string, internal = false): NetworkInterfaceInfo {
  const cidr = `${address}/24`;
  return { address, netmask: '255.255.255.0', family: 'IPv4', mac, internal, cidr };
}

const told = {
  lo: [info('127.0.0.1', '00:00:00:00:00:00', true)],
  eno1: [info('10.41.7.20', '3c:ec:ef:1a:70:02')],
  wlan0: [info('192.168.8.20', 'a0:36:9f:22:1c:91')],
};
const up: Link = { state: 'up', speedMbits: 10_000, physical: true };
const count = (monoMs: number, packets: Record<string, number>) => ({
  monoMs,
  packets: new Map(Object.entries(packets)),
});

function cards(part: Partial<CardFacts> = {}) {
  const nothing = { links: new Map<string, Link>(), before: null, now: null, bound: [] };
  return cardsOf({ told, ...nothing, ...part });
}

describe('the cards', () => {
  it('say only what Node says where the system tells no more', () => {
    expect(cards()[0]).toEqual({
      name: 'eno1',
      addresses: ['10.41.7.20/24'],
      mac: '3c:ec:ef:1a:70:02',
      loopback: false,
      link: null,
      speedMbits: null,
      packetsPerSecond: null,
      listeners: [],
    });
    expect(cards().at(-1)).toMatchObject({ name: 'lo', loopback: true, mac: null, link: null });
  });

  it('say link and speed, and show a card without an address if one can touch it', () => {
    const links = new Map([
      ['eno1', up],
      ['eno2', { state: 'down', speedMbits: null, physical: true } as const],
      ['ifb0', { state: 'down', speedMbits: null, physical: false } as const],
    ]);
    const listed = cards({ links });
    expect(listed.map(({ name }) => name)).toEqual(['eno1', 'eno2', 'wlan0', 'lo']);
    expect(listed[0]).toMatchObject({ link: 'up', speedMbits: 10_000 });
    expect(listed[1]).toMatchObject({ link: 'down', speedMbits: null, addresses: [] });
  });

  it('count packets a second between two looks, and not across a card that counts anew', () => {
    const before = count(1_000, { eno1: 100, wlan0: 500 });
    const now = count(3_000, { eno1: 2_508, wlan0: 3 });
    const rates = cards({ before, now }).map((card) => [card.name, card.packetsPerSecond]);
    expect(rates).toEqual([
      ['eno1', 1_204],
      ['wlan0', null],
      ['lo', null],
    ]);
  });

  it('name who hears on them, the one that is bound to by name first', () => {
    const one = { id: 'udp-1', address: '192.168.8.20', port: 9_999 };
    const every = { id: 'udp-2', address: '0.0.0.0', port: 9_998 };
    const heard = cards({ bound: [one, every] }).map((card) => [card.name, card.listeners]);
    expect(heard).toEqual([
      ['wlan0', ['udp-1', 'udp-2']],
      ['eno1', ['udp-2']],
      ['lo', ['udp-2']],
    ]);
  });
});
