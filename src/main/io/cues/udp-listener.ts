// Owns the UDP sockets of one listener: binds them, asks for a large receive buffer and reads back
// what it got, stamps every datagram in the callback and hands it in. Refuses to decode anything;
// the flows do.
import dgram from 'node:dgram';
import type { Clock, Intake, Log } from '../../flow/ports';
import type { OpenEar } from './listeners/attended';
import { Groups, type GroupWish } from './listeners/groups';
import type { Guard } from './listeners/guard';
import { countHeard, newCounts, type Counts } from './listener-counts';
import { createSourceRate, type RateRule, type SourceRate } from './source-rate';

/** Asked for, so that a 200 ms stall at 20,000 datagrams a second loses nothing. */
const RECEIVE_BUFFER_BYTES = 4_194_304;
const ANY: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Where to listen, and whom to believe; without a guard anybody. */
export interface UdpSettings {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  readonly rate: RateRule;
  readonly guard?: Guard;
  readonly groups?: readonly GroupWish[];
  readonly datagramMostBytes?: number;
  /** Counts that go on from an earlier opening. */
  readonly counts?: Counts;
}

interface UdpParts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}

/** A running listener. */
export type UdpListener = OpenEar;

function bind(socket: dgram.Socket, settings: UdpSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address: settings.address, port: settings.port, exclusive: true }, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
}

/** Asks for the buffer and says what the system gave; Linux reports twice what it uses for data. */
function widen(socket: dgram.Socket, counts: Counts): void {
  const says: string[] = counts.detail === '' ? [] : [counts.detail];
  try {
    socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
  } catch (refused) {
    says.push(`receive buffer: ${refused instanceof Error ? refused.message : 'refused'}`);
  }
  counts.receiveBufferBytes = socket.getRecvBufferSize();
  if (counts.receiveBufferBytes < RECEIVE_BUFFER_BYTES) {
    says.push(`receive buffer ${counts.receiveBufferBytes} of ${RECEIVE_BUFFER_BYTES} bytes`);
  }
  counts.detail = says.join('; ');
}

class Ear {
  readonly counts: Counts;
  private lastPacketMs = 0;
  private readonly rate: SourceRate;

  constructor(
    private readonly settings: UdpSettings,
    private readonly parts: UdpParts,
  ) {
    this.counts = settings.counts ?? newCounts(settings, 'udp');
    this.rate = createSourceRate(settings.rate);
  }

  /** Hears on a socket from now on. */
  on(socket: dgram.Socket): void {
    socket.on('message', (bytes, from) => this.hear(bytes, from));
  }

  /** ISO; what an earlier opening heard counts too. */
  lastPacketAt(): string | null {
    const { lastPacketMs, counts } = this;
    return lastPacketMs === 0 ? counts.lastPacketAt : new Date(lastPacketMs).toISOString();
  }

  fails(error: Error): void {
    const { counts, parts, settings } = this;
    counts.state = 'fault';
    counts.detail = error.message;
    counts.since = new Date(parts.clock.wallMs()).toISOString();
    parts.log.error('listener_down', { id: settings.id, error: error.message });
  }

  private hear(raw: Buffer, { address, port }: dgram.RemoteInfo): void {
    const { counts, rate, settings } = this;
    const { clock, intake } = this.parts;
    const { guard, id: listener, datagramMostBytes = Infinity } = settings;
    const receivedMonoMs = clock.monoMs();
    const receivedAtMs = clock.wallMs();
    counts.packets += 1;
    counts.bytes += raw.length;
    this.lastPacketMs = receivedAtMs;
    const over = raw.length > datagramMostBytes ? 'oversize' : null;
    const refused = rate.admits(address, receivedMonoMs) ? over : 'rate';
    if (refused !== null) {
      counts.rejected += 1;
      intake.refuse(address, refused);
      return;
    }
    const at = { address, port, protocol: 'udp', listener, receivedAtMs, receivedMonoMs };
    const heard = intake.hear(
      guard === undefined
        ? { bytes: raw, ...at }
        : { ...guard.take(raw, address, receivedAtMs), ...at },
    );
    rate.charge(address, heard.length - 1);
    for (const one of heard) countHeard(counts, one);
  }
}

function groupsOf(ear: Ear, settings: UdpSettings, main: dgram.Socket): Groups {
  const { address, groups = [] } = settings;
  const ready = (socket: dgram.Socket): void => {
    try {
      socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
    } finally {
      ear.on(socket);
      socket.on('error', (error) => ear.fails(error));
    }
  };
  const onMain = process.platform === 'win32' || ANY.has(address);
  return new Groups(groups, { main, port: ear.counts.port, onMain, ready });
}

function opened(ear: Ear, settings: UdpSettings, parts: { main: dgram.Socket; groups: Groups }) {
  const { main, groups } = parts;
  const { counts } = ear;
  return {
    address: settings.address,
    port: counts.port,
    state: () => ({
      ...counts,
      ...((settings.groups ?? []).length === 0 ? {} : { groups: groups.told() }),
      lastPacketAt: ear.lastPacketAt(),
    }),
    mend: () => groups.join(),
    close: () =>
      new Promise<void>((resolve) => {
        counts.lastPacketAt = ear.lastPacketAt();
        groups.close();
        main.close(() => resolve());
      }),
  };
}

/** Opens the sockets. Rejects with the system's error (EADDRINUSE, EADDRNOTAVAIL, …). */
export async function openUdpListener(
  settings: UdpSettings,
  parts: UdpParts,
): Promise<UdpListener> {
  const { clock, log } = parts;
  const type = settings.address.includes(':') ? 'udp6' : 'udp4';
  const main = dgram.createSocket({ type, reuseAddr: false });
  const ear = new Ear(settings, parts);
  const { counts } = ear;
  ear.on(main);
  await bind(main, settings).catch((thrown: unknown) => {
    main.close();
    throw thrown;
  });
  widen(main, counts);
  main.on('error', (error) => ear.fails(error));
  counts.port = main.address().port;
  counts.since ??= new Date(clock.wallMs()).toISOString();
  const groups = groupsOf(ear, settings, main);
  await groups.join();
  log.info('listener_up', { id: settings.id, address: settings.address, port: counts.port });
  return opened(ear, settings, { main, groups });
}
