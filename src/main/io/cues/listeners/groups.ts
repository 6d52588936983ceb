// Owns the multicast groups of one UDP listener: each joined on its card, from one sender where
// that is asked for. A socket bound to a card's own address hears no group on Linux and macOS, so
// there each group has a socket bound to the group. Refuses to fail as a whole: each group says for
// itself why it is not joined.
import dgram from 'node:dgram';
import type { Listener } from '../../../../contract/status';
import type { FoundCard } from './find-card';

/** A group to be joined. */
export interface GroupWish {
  readonly group: string;
  readonly source: string | null;
  /** Where: found anew at each try. */
  readonly on: () => FoundCard;
}

/** What the groups of a listener share. */
export interface GroupParts {
  readonly main: dgram.Socket;
  readonly port: number;
  /** The main socket hears every address, so the groups are joined on it. */
  readonly onMain: boolean;
  /** Prepares a group's own socket: its buffer, and where its datagrams go. */
  readonly ready: (socket: dgram.Socket) => void;
}

interface Member {
  readonly wish: GroupWish;
  /** Null until it is joined. */
  joined: { readonly socket: dgram.Socket; readonly on: string } | null;
  why: string;
}

const word = (thrown: unknown): string =>
  (thrown as NodeJS.ErrnoException).code ?? (thrown instanceof Error ? thrown.message : 'refused');

function membership(socket: dgram.Socket, { group, source }: GroupWish, on: string): void {
  if (source === null) socket.addMembership(group, on);
  else socket.addSourceSpecificMembership(source, group, on);
}

function bindTo(socket: dgram.Socket, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address, port }, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
}

/** The groups. */
export class Groups {
  private readonly members: readonly Member[];
  private closed = false;

  constructor(
    wishes: readonly GroupWish[],
    private readonly parts: GroupParts,
  ) {
    this.members = wishes.map((wish) => ({ wish, joined: null, why: '' }));
  }

  /** Joins those that are not joined; resolves when each has been tried. */
  async join(): Promise<void> {
    for (const member of this.members) {
      if (member.joined === null && !this.closed) await this.tryOne(member);
    }
  }

  /** Each as others see it. */
  told(): NonNullable<Listener['groups']> {
    return this.members.map(({ wish, joined, why }) => ({
      group: wish.group,
      source: wish.source,
      joined: joined !== null,
      detail: joined === null ? `not joined: ${why}` : `joined on ${joined.on}`,
    }));
  }

  close(): void {
    this.closed = true;
    const sockets = new Set(this.members.flatMap(({ joined }) => joined?.socket ?? []));
    for (const socket of sockets) if (socket !== this.parts.main) socket.close();
  }

  private async tryOne(member: Member): Promise<void> {
    const { wish } = member;
    const found = wish.on();
    if (!found.ok) {
      member.why = found.why;
      return;
    }
    try {
      const shared = this.shared(wish.group);
      const socket = shared ?? (await this.open(wish.group));
      this.enter({ socket, own: shared === null }, wish, found.address);
      member.joined = { socket, on: found.card ?? found.address };
    } catch (thrown) {
      member.why = `${word(thrown)} on ${found.card ?? found.address}`;
    }
  }

  /** A group on two cards has one socket, or each of its datagrams would be heard twice. */
  private shared(group: string): dgram.Socket | null {
    const { main, onMain } = this.parts;
    if (onMain) return main;
    const known = this.members.find(({ wish, joined }) => joined !== null && wish.group === group);
    return known?.joined?.socket ?? null;
  }

  private enter(
    { socket, own }: { readonly socket: dgram.Socket; readonly own: boolean },
    wish: GroupWish,
    on: string,
  ): void {
    try {
      if (this.closed) throw new Error('the listener was closed');
      membership(socket, wish, on);
    } catch (thrown) {
      if (own) socket.close();
      throw thrown;
    }
  }

  private async open(group: string): Promise<dgram.Socket> {
    const { port, ready } = this.parts;
    const type = group.includes(':') ? 'udp6' : 'udp4';
    // Others on this machine may hear the same group.
    const socket = dgram.createSocket({ type, reuseAddr: true });
    try {
      await bindTo(socket, group, port);
    } catch (thrown) {
      socket.close();
      throw thrown;
    }
    ready(socket);
    return socket;
  }
}
