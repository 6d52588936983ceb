// Owns the answer to "is this Host (or Origin) ours": a page elsewhere that made a browser resolve
// its own name to this machine (DNS rebinding) is told no. Refuses names nobody configured: only
// the bound address, the loopback forms and, when bound to every card, the machine's own addresses.
import { networkInterfaces } from 'node:os';

/** Least time between two looks at the machine's cards; cards come and go, requests come faster. */
const LOOK_EVERY_MS = 1_000;
const EVERY_CARD = new Set(['0.0.0.0', '::']);

/** Whether headers name this engine. */
export interface OwnHosts {
  readonly isHost: (host: string | undefined) => boolean;
  readonly isOrigin: (origin: string) => boolean;
}

/** Where the server listens, known once it does. */
export interface Bound {
  readonly address: string;
  readonly port: number;
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function cardAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((card) =>
    (card ?? []).map(({ address }) => address),
  );
}

/** Host headers that name `bound`; port 80 may go unsaid. */
function formsOf({ address, port }: Bound): Set<string> {
  const cards = EVERY_CARD.has(address) ? cardAddresses() : [address];
  const names = ['localhost', '127.0.0.1', '[::1]', ...cards.map(bracketed)];
  const forms = names.map((name) => `${name.toLowerCase()}:${port}`);
  return new Set(port === 80 ? [...forms, ...names] : forms);
}

/** Makes the check. `bound` is asked at each look, since port 0 becomes a real one by listening. */
export function createOwnHosts(bound: () => Bound, monoMs: () => number): OwnHosts {
  let forms = new Set<string>();
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const isHost = (host: string | undefined): boolean => {
    if (host === undefined) return false;
    const asked = host.toLowerCase();
    if (forms.has(asked)) return true;
    const nowMs = monoMs();
    if (nowMs - lookedAtMs < LOOK_EVERY_MS) return false;
    lookedAtMs = nowMs;
    forms = formsOf(bound());
    return forms.has(asked);
  };
  return {
    isHost,
    isOrigin: (origin) => origin.startsWith('http://') && isHost(origin.slice('http://'.length)),
  };
}
