// Owns the life of one listener: opened, closed by choice, and opened again every few seconds while
// it is in fault or its card has another address. Refuses to touch any other; its counts go on
// through all of it.
import type { Listener } from '../../../../contract/status';
import type { Clock, Log } from '../../../flow/ports';
import { newCounts, type Counts } from '../listener-counts';

/** A listener that is open. */
export interface OpenEar {
  readonly address: string;
  readonly port: number;
  readonly state: () => Listener;
  readonly close: () => Promise<void>;
  /** Mends what can be mended while it is open: groups that are not joined. */
  readonly mend?: () => Promise<void>;
}

/** Where to bind now, or why that is not known. */
export type Place =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly why: string };

/** What a listener is made from. */
export interface EarWish {
  readonly id: string;
  readonly name?: string;
  readonly protocol: 'udp' | 'scte104';
  /** What people look for where there is no address: the card's name. */
  readonly where: string;
  readonly port: number;
  readonly place: () => Place;
  /** Opens the port. Rejects with the system's error. */
  readonly open: (at: { address: string; port: number; counts: Counts }) => Promise<OpenEar>;
}

interface Parts {
  readonly clock: Clock;
  readonly log: Log;
  readonly tryEveryMs?: number;
}

const TRY_EVERY_MS = 3_000;
const ANY: ReadonlySet<string> = new Set(['0.0.0.0', '::']);
const MENDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has the port',
  EADDRNOTAVAIL: 'no card has this address',
  EACCES: 'this account may not open the port',
};

function sentence(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return code === '' ? said : `${MENDS[code] ?? said} (${code})`;
}

/** One listener. Its commands run one after the other. */
export class AttendedListener {
  readonly id: string;
  private readonly counts: Counts;
  private ear: OpenEar | null = null;
  private wanted = false;
  private port: number;
  private last: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly wish: EarWish,
    private readonly parts: Parts,
  ) {
    const { id, name, protocol, where, port } = wish;
    this.id = id;
    this.port = port;
    const named = name === undefined ? {} : { name };
    this.counts = newCounts({ id, ...named, address: where, port }, protocol);
    this.stands('stopped', '');
  }

  /**
   * Opens it and keeps it open; one in fault is tried again at once. A fault is its state; `must`
   * makes the first one a rejection.
   */
  start({ must = false }: { readonly must?: boolean } = {}): Promise<void> {
    return this.next(async () => {
      this.wanted = true;
      if (this.ear?.state().state === 'fault') await this.shut();
      await this.open(must);
      const { tryEveryMs = TRY_EVERY_MS } = this.parts;
      this.timer ??= setInterval(() => void this.look(), tryEveryMs).unref();
    });
  }

  /** Closes it until it is started again. */
  stop(why = 'off by choice'): Promise<void> {
    return this.next(async () => {
      this.wanted = false;
      if (this.timer !== null) clearInterval(this.timer);
      this.timer = null;
      await this.shut();
      this.stands('stopped', why);
    });
  }

  /** How it stands. */
  state(): Listener {
    return this.ear === null ? { ...this.counts } : this.ear.state();
  }

  /** Where it hears, or would. */
  bound(): { readonly address: string; readonly port: number } {
    const { address, port } = this.ear ?? this.counts;
    return { address, port };
  }

  /** Looks after it now: what the timer does every few seconds. */
  look(): Promise<void> {
    return this.next(async () => {
      if (!this.wanted) return;
      const place = this.wish.place();
      const { ear } = this;
      const down = ear === null || ear.state().state === 'fault';
      const moved = ear !== null && !(place.ok && place.address === ear.address);
      if (!down && !moved) return ear.mend?.();
      await this.shut();
      await this.open(false);
    });
  }

  private async open(must: boolean): Promise<void> {
    if (this.ear !== null) return;
    const place = this.wish.place();
    if (!place.ok) return this.fails(place.why);
    const { address } = place;
    const { counts } = this;
    const before = counts.detail;
    counts.detail = ANY.has(address) ? 'any card' : '';
    try {
      this.ear = await this.wish.open({ address, port: this.port, counts });
      counts.address = address;
      // Any free port was asked for: it is the same one when it opens again.
      this.port = this.ear.port;
      this.stands('listening', counts.detail);
    } catch (thrown) {
      counts.detail = before;
      if (must) throw thrown;
      this.fails(sentence(thrown));
    }
  }

  private async shut(): Promise<void> {
    const { ear } = this;
    this.ear = null;
    await ear?.close();
  }

  private fails(why: string): void {
    const { counts, wish, parts } = this;
    const again = counts.state === 'fault' && counts.detail === why;
    if (again) return;
    parts.log.error('listener_down', { id: wish.id, error: why });
    Object.assign(counts, { address: wish.where, port: this.port });
    this.stands('fault', why);
  }

  private stands(state: Listener['state'], detail: string): void {
    const { counts, parts } = this;
    if (state !== counts.state || counts.since === undefined) {
      counts.since = new Date(parts.clock.wallMs()).toISOString();
    }
    counts.state = state;
    counts.detail = detail;
  }

  private next<T>(step: () => Promise<T>): Promise<T> {
    const done = this.last.then(step, step);
    this.last = done.catch(() => undefined);
    return done;
  }
}
