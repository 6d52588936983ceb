// Owns the TCP port at which automation systems find this injector: connections, their framing,
// time-outs and bounds. Refuses what is not SCTE 104 at its first two bytes, and a peer that
// stalls, floods, holds connections for nothing or does not read its answers; nobody else is
// harmed. ANSI/SCTE 104 2023 8.4, 9.1, 9.2.
import net from 'node:net';
import type { Listener } from '../../../../contract/status';
import { Framing } from '../../../core/codec/scte104/framing';
import type { Clock, Heard, Intake, Log } from '../../../flow/ports';
import type { OpenEar } from '../listeners/attended';
import type { Guard } from '../listeners/guard';
import { countHeard, newCounts, type Counts } from '../listener-counts';
import { createSourceRate, type RateRule, type SourceRate } from '../source-rate';
import type { Peer } from './seats';
import { Scte104Session } from './session';
import type { Taken } from './taken';
import { Turns } from './turns';

/** Where to listen. */
export interface Scte104Settings {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  readonly rate: RateRule;
  /** Without a guard anybody may connect and cue. */
  readonly guard?: Guard;
  /** Counts that go on from an earlier opening. */
  readonly counts?: Counts;
  /** A connection without a byte for this long is given up: 60 s between two alives, 5 s more. */
  readonly idleMs?: number;
  /** A message that has begun, and the first of a connection, must be whole after this. */
  readonly wholeMs?: number;
}

interface Parts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}

/** A running listener. */
export type Scte104Listener = OpenEar;

const IDLE_MS = 65_000;
const WHOLE_MS = 5_000;
const CONNECTIONS_MOST = 64;
/** Of these, from one address: a host that opens them all must not keep the others out. */
const OF_ONE_ADDRESS_MOST = 8;
/** Of these, from outside the allow list: they must not keep the real one out. */
const STRANGERS_MOST = 8;
/** Answers a peer has not read; a sender that never reads is no sender to wait for. */
const UNREAD_MOST_BYTES = 65_536;

/** One connection. */
interface Line {
  readonly peer: Peer;
  readonly socket: net.Socket;
  readonly framing: Framing;
  /** Whole messages that wait for their turn. */
  readonly queue: Taken[];
  closed: boolean;
  begunMs: number | null;
}

class Server {
  readonly counts: Counts;
  private readonly lines = new Map<number, Line>();
  private readonly session: Scte104Session;
  private readonly rate: SourceRate;
  private readonly turns = new Turns<Line>({
    each: (line, taken) => this.message(line, taken),
    drained: (line) => this.drained(line),
  });
  private next = 1;
  private lastMs = 0;

  constructor(
    private readonly settings: Scte104Settings,
    private readonly parts: Parts,
  ) {
    this.counts = settings.counts ?? newCounts(settings, 'scte104');
    this.rate = createSourceRate(settings.rate);
    this.session = new Scte104Session((peer, taken) => this.hear(peer, taken));
  }

  state(): Listener {
    return { ...this.counts, lastPacketAt: this.lastPacketAt() };
  }

  /** ISO; what an earlier opening heard counts too. */
  lastPacketAt(): string | null {
    return this.lastMs === 0 ? this.counts.lastPacketAt : new Date(this.lastMs).toISOString();
  }

  open(socket: net.Socket): void {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/u, '');
    const stranger = this.settings.guard?.allows(address) === false;
    if (this.isFull(address, stranger)) {
      this.end('too many connections', address, socket);
      return;
    }
    const line: Line = {
      peer: { id: this.next++, address, port: socket.remotePort ?? 0, stranger },
      socket,
      framing: new Framing(),
      queue: [],
      closed: false,
      begunMs: this.parts.clock.monoMs(),
    };
    this.lines.set(line.peer.id, line);
    socket.setNoDelay(true);
    socket.setTimeout(this.settings.idleMs ?? IDLE_MS, () =>
      this.drop(line, 'silent for too long'),
    );
    socket.on('data', (chunk) => this.chunk(line, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      line.closed = true;
      this.lines.delete(line.peer.id);
      if (line.queue.length === 0) this.session.left(line.peer.id);
    });
  }

  private isFull(from: string, stranger: boolean): boolean {
    const peers = [...this.lines.values()].map(({ peer }) => peer);
    if (peers.length >= CONNECTIONS_MOST) return true;
    if (peers.filter(({ address }) => address === from).length >= OF_ONE_ADDRESS_MOST) return true;
    return stranger && peers.filter((peer) => peer.stranger).length >= STRANGERS_MOST;
  }

  /** Gives up peers whose message has begun, or was never begun, and does not go on. */
  sweep(): void {
    const nowMs = this.parts.clock.monoMs();
    const { wholeMs = WHOLE_MS } = this.settings;
    for (const line of this.lines.values()) {
      if (line.queue.length === 0 && line.begunMs !== null && nowMs - line.begunMs > wholeMs) {
        this.drop(line, 'no whole message in time');
      }
    }
  }

  shut(): void {
    for (const { socket } of this.lines.values()) socket.destroy();
  }

  private chunk(line: Line, chunk: Uint8Array): void {
    const { clock } = this.parts;
    const at = { receivedMonoMs: clock.monoMs(), receivedAtMs: clock.wallMs() };
    this.lastMs = at.receivedAtMs;
    this.counts.bytes += chunk.length;
    const { messages, fault } = line.framing.push(chunk);
    if (line.framing.waiting > 0) line.begunMs ??= at.receivedMonoMs;
    if (messages.length > 0) {
      line.begunMs = line.framing.waiting === 0 ? null : at.receivedMonoMs;
      line.socket.pause();
      const taken = messages.map((bytes) => ({ bytes, ...at }));
      this.turns.add(line, taken);
    }
    if (fault !== null) {
      this.counts.rejected += 1;
      this.drop(line, `not SCTE 104 (${fault})`);
    }
  }

  /** All it had sent has been run: it may send more. */
  private drained(line: Line): void {
    if (line.closed) this.session.left(line.peer.id);
    if (line.begunMs !== null) line.begunMs = this.parts.clock.monoMs();
    line.socket.resume();
  }

  private message(line: Line, taken: Taken): void {
    const { peer, socket } = line;
    this.counts.packets += 1;
    if (!this.rate.admits(peer.address, taken.receivedMonoMs)) {
      this.counts.rejected += 1;
      this.parts.intake.refuse(peer.address, 'rate');
      return;
    }
    const { replies, heard, drops } = this.session.take(peer, taken);
    this.rate.charge(peer.address, heard.length - 1);
    for (const one of heard) countHeard(this.counts, one);
    const left = drops === null || socket.destroyed ? undefined : this.lines.get(drops);
    if (left !== undefined) this.drop(left, 'the same machine connected again');
    for (const reply of socket.destroyed ? [] : replies) socket.write(reply);
    if (socket.writableLength > UNREAD_MOST_BYTES) this.drop(line, 'reads no answers');
  }

  private hear(peer: Peer, taken: Taken): readonly Heard[] {
    const { address, port } = peer;
    const { guard, id: listener } = this.settings;
    const guarded = guard?.take(taken.bytes, address, taken.receivedAtMs) ?? {};
    const at = { address, port, protocol: 'scte104', listener };
    return this.parts.intake.hear({ ...taken, ...guarded, ...at });
  }

  private drop({ peer, socket }: Line, why: string): void {
    this.end(why, peer.address, socket);
  }

  private end(why: string, address: string, socket: net.Socket): void {
    this.parts.log.warn('scte104_dropped', { id: this.settings.id, address, why });
    socket.destroy();
  }
}

function listen(server: net.Server, { address, port }: Scte104Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port, exclusive: true }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

const SWEEP_EVERY_MS = 1_000;

/** Opens the port. Rejects with the system's error (EADDRINUSE, EADDRNOTAVAIL, ...). */
export async function openScte104Listener(
  settings: Scte104Settings,
  parts: Parts,
): Promise<Scte104Listener> {
  const served = new Server(settings, parts);
  const server = net.createServer((socket) => served.open(socket));
  await listen(server, settings);
  const { port } = server.address() as net.AddressInfo;
  served.counts.port = port;
  served.counts.since ??= new Date(parts.clock.wallMs()).toISOString();
  parts.log.info('listener_up', { id: settings.id, address: settings.address, port });
  server.on('error', (error) => {
    served.counts.since = new Date(parts.clock.wallMs()).toISOString();
    served.counts.state = 'fault';
    served.counts.detail = error.message;
    parts.log.error('listener_down', { id: settings.id, error: error.message });
  });
  const { wholeMs = WHOLE_MS } = settings;
  const sweep = setInterval(() => served.sweep(), Math.min(SWEEP_EVERY_MS, wholeMs));
  return {
    address: settings.address,
    port,
    state: () => served.state(),
    close: () =>
      new Promise((resolve) => {
        clearInterval(sweep);
        served.counts.lastPacketAt = served.lastPacketAt();
        server.close(() => resolve());
        served.shut();
      }),
  };
}
