// Owns the finding of a network card by its name or MAC, and of the address to bind or join on it.
// Pure: the list of cards is handed in. Refuses to fall back: a card that is not there is a reason,
// never "any card".
import type { NetworkInterfaceInfo } from 'node:os';
import type { ListenerBind } from '../../../../contract/host/listeners';

/** The cards of a machine by name, as Node tells them. */
export type Cards = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** A card's address, with the card's name where one is known; or why there is none. */
export type FoundCard =
  | { readonly ok: true; readonly address: string; readonly card: string | null }
  | { readonly ok: false; readonly why: string };

export type Family = 'IPv4' | 'IPv6';

const LINK_LOCAL = /^(169\.254\.|fe[89ab])/iu;

function plainMac(mac: string): string {
  return mac.toLowerCase().replaceAll('-', ':');
}

function cardNamed(bind: ListenerBind, cards: Cards): { name: string } | { why: string } | null {
  if ('address' in bind) return null;
  if ('card' in bind) {
    const known = cards[bind.card] !== undefined;
    return known ? { name: bind.card } : { why: `no card named ${bind.card}` };
  }
  const mac = plainMac(bind.mac);
  const found = Object.entries(cards).find(([, infos]) =>
    infos?.some((info) => plainMac(info.mac) === mac),
  );
  return found === undefined ? { why: `no card with MAC ${mac}` } : { name: found[0] };
}

/** An address that routers know before one of the cable alone; IPv4 before IPv6. */
function addressOf(infos: readonly NetworkInterfaceInfo[], family: Family | null): string | null {
  const wanted = infos.filter((info) => family === null || info.family === family);
  const rank = ({ family: is, address }: NetworkInterfaceInfo): number =>
    (is === 'IPv4' ? 0 : 2) + (LINK_LOCAL.test(address) ? 1 : 0);
  const [best] = [...wanted].sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return null;
  const scoped = best.family === 'IPv6' && best.scopeid !== 0;
  return scoped ? `${best.address}%${best.scopeid}` : best.address;
}

/** What to bind a socket to. An address is taken as it stands. */
export function cardAddress(bind: ListenerBind, cards: Cards, family?: Family): FoundCard {
  const named = cardNamed(bind, cards);
  if ('address' in bind || named === null) {
    const { address } = bind as { address: string };
    const holds = (infos: Cards[string]): boolean =>
      infos?.some((info) => info.address === address) ?? false;
    const card = Object.keys(cards).find((name) => holds(cards[name])) ?? null;
    return { ok: true, address, card };
  }
  if ('why' in named) return { ok: false, why: named.why };
  const address = addressOf(cards[named.name] ?? [], family ?? null);
  if (address !== null) return { ok: true, address, card: named.name };
  return { ok: false, why: `card ${named.name} has no ${family ?? 'IP'} address` };
}

/** What to join a group on: the card's address for IPv4, its scope for IPv6. */
export function joinAddress(bind: ListenerBind, cards: Cards, group: string): FoundCard {
  if (!group.includes(':')) return cardAddress(bind, cards, 'IPv4');
  const found = cardAddress(bind, cards, 'IPv6');
  if (!found.ok) return found;
  if (found.card === null) return { ok: false, why: `no card has the address ${found.address}` };
  const scope = process.platform === 'win32' ? scopeOf(cards[found.card] ?? []) : found.card;
  return { ...found, address: `::%${scope}` };
}

/** Windows knows a card by its number. */
function scopeOf(infos: readonly NetworkInterfaceInfo[]): number {
  return infos.reduce((most, info) => (info.family === 'IPv6' ? info.scopeid || most : most), 0);
}
