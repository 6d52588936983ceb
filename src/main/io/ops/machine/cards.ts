// Owns the list of network cards: what Node tells, what Linux's tables add, and which listeners
// hear on each. Pure. Refuses to guess: a speed or a link that is not told is null.
import type { NetworkInterfaceInfo } from 'node:os';
import type { NetworkCard } from '../../../../contract/host/machine';

/** Where a listener is bound. */
export interface Bound {
  readonly id: string;
  readonly address: string;
  readonly port: number;
}

/** What /sys/class/net says of a card. */
export interface Link {
  readonly state: NetworkCard['link'];
  readonly speedMbits: number | null;
  /** A card one can touch, not one that software made up. */
  readonly physical: boolean;
}

/** Packets received, at a moment of the monotonic clock. */
export interface Counted {
  readonly monoMs: number;
  readonly packets: ReadonlyMap<string, number>;
}

/** All that a list of cards is made from. `links` and the counts are empty where nothing tells. */
export interface CardFacts {
  readonly told: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  readonly links: ReadonlyMap<string, Link>;
  readonly before: Counted | null;
  readonly now: Counted | null;
  readonly bound: readonly Bound[];
}

const EVERY = ['0.0.0.0', '::'];
const NO_MAC = '00:00:00:00:00:00';

function rateOf(name: string, { before, now }: CardFacts): number | null {
  const [then, since] = [before?.packets.get(name), now?.packets.get(name)];
  if (then === undefined || since === undefined || before === null || now === null) return null;
  const overMs = now.monoMs - before.monoMs;
  // A card that was unplugged counts anew.
  return overMs <= 0 || since < then ? null : Math.round(((since - then) * 1_000) / overMs);
}

function hears(address: string, infos: readonly NetworkInterfaceInfo[]): boolean {
  if (address === '::') return infos.length > 0;
  if (address === '0.0.0.0') return infos.some(({ family }) => family === 'IPv4');
  return infos.some((info) => info.address === address);
}

function cardOf(name: string, facts: CardFacts): NetworkCard {
  const infos = facts.told[name] ?? [];
  const link = facts.links.get(name);
  const mac = infos[0]?.mac ?? NO_MAC;
  const loopback = infos.some(({ internal }) => internal) || name === 'lo';
  return {
    name,
    addresses: infos.map(({ address, cidr }) => cidr ?? address),
    mac: mac === NO_MAC ? null : mac,
    loopback,
    link: loopback ? null : (link?.state ?? null),
    speedMbits: link?.speedMbits ?? null,
    packetsPerSecond: rateOf(name, facts),
    listeners: facts.bound.filter(({ address }) => hears(address, infos)).map(({ id }) => id),
  };
}

/** The cards: those that somebody listens on by name first, then the others, loopback last. */
export function cardsOf(facts: CardFacts): NetworkCard[] {
  const idle = [...facts.links].filter(([, { physical }]) => physical).map(([name]) => name);
  const names = [...new Set([...Object.keys(facts.told), ...idle])].sort();
  const named = new Set(
    facts.bound.filter(({ address }) => !EVERY.includes(address)).map(({ id }) => id),
  );
  const rank = ({ loopback, listeners }: NetworkCard): number =>
    listeners.some((id) => named.has(id)) ? 0 : loopback ? 2 : 1;
  return names.map((name) => cardOf(name, facts)).sort((a, b) => rank(a) - rank(b));
}
