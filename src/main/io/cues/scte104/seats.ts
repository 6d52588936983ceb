// Owns who may speak for each injector instance: one automation system at a time, told apart by its
// connection. The same machine coming back takes its own seat over; another one finds it in use.
// ANSI/SCTE 104 2023 9.1.

/** One automation system's connection. */
export interface Peer {
  readonly id: number;
  readonly address: string;
  readonly port: number;
  /** From outside the allow list. */
  readonly stranger?: boolean;
}

/** The seats of one listener, one for each DPI_PID_index. */
export class Seats {
  private readonly taken = new Map<number, Peer>();

  /** Takes a seat: false where another machine has it; `drops` is a connection left behind. */
  take(peer: Peer, index: number): { readonly ok: boolean; readonly drops: number | null } {
    const holder = this.taken.get(index);
    if (holder?.id === peer.id) return { ok: true, drops: null };
    if (holder !== undefined && holder.address !== peer.address) return { ok: false, drops: null };
    this.taken.set(index, peer);
    return { ok: true, drops: holder?.id ?? null };
  }

  /** The connection ended: its seats are free. */
  left(id: number): void {
    for (const [index, peer] of this.taken) if (peer.id === id) this.taken.delete(index);
  }
}
