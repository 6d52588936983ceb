// Owns one UDP socket: binds it, asks for a large receive buffer and reads back what it got, stamps
// every datagram in the callback and hands it in. Refuses to decode anything; the flows do.
import dgram from 'node:dgram';
import type { Listener } from '../../../contract/status';
import type { Clock, Intake, Log } from '../../flow/ports';
import { countHeard, newCounts, type Counts } from './listener-counts';
import { createSourceRate, type RateRule } from './source-rate';

/** Asked for, so that a 200 ms stall at 20,000 datagrams a second loses nothing. */
const RECEIVE_BUFFER_BYTES = 4_194_304;

export interface UdpSettings {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  readonly rate: RateRule;
}

interface UdpParts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}

/** A running listener. */
export interface UdpListener {
  readonly address: string;
  readonly port: number;
  readonly state: () => Listener;
  readonly close: () => Promise<void>;
}

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
  try {
    socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
  } catch (refused) {
    counts.detail = `receive buffer: ${refused instanceof Error ? refused.message : 'refused'}`;
  }
  counts.receiveBufferBytes = socket.getRecvBufferSize();
  if (counts.receiveBufferBytes < RECEIVE_BUFFER_BYTES) {
    counts.detail = `receive buffer ${counts.receiveBufferBytes} of ${RECEIVE_BUFFER_BYTES} bytes`;
  }
}

/** Opens the socket. Rejects with the system's error (EADDRINUSE, EADDRNOTAVAIL, …). */
export async function openUdpListener(
  settings: UdpSettings,
  parts: UdpParts,
): Promise<UdpListener> {
  const { intake, clock, log } = parts;
  const family = settings.address.includes(':') ? 'udp6' : 'udp4';
  const socket = dgram.createSocket({ type: family, reuseAddr: false });
  const counts = newCounts(settings, 'udp');
  const rate = createSourceRate(settings.rate);
  let lastPacketMs = 0;
  socket.on('message', (bytes, from) => {
    const receivedMonoMs = clock.monoMs();
    const receivedAtMs = clock.wallMs();
    counts.packets += 1;
    counts.bytes += bytes.length;
    lastPacketMs = receivedAtMs;
    if (!rate.admits(from.address, receivedMonoMs)) {
      counts.rejected += 1;
      intake.refuse(from.address, 'rate');
      return;
    }
    const origin = { address: from.address, port: from.port, protocol: 'udp' };
    const heard = intake.hear({ bytes, ...origin, receivedAtMs, receivedMonoMs });
    rate.charge(from.address, heard.length - 1);
    for (const one of heard) countHeard(counts, one);
  });
  await bind(socket, settings);
  widen(socket, counts);
  socket.on('error', (error) => {
    counts.state = 'fault';
    counts.detail = error.message;
    counts.since = new Date(clock.wallMs()).toISOString();
    log.error('listener_down', { id: settings.id, error: error.message });
  });
  counts.port = socket.address().port;
  counts.since = new Date(clock.wallMs()).toISOString();
  log.info('listener_up', { id: settings.id, address: settings.address, port: counts.port });
  return {
    address: settings.address,
    port: counts.port,
    state: () => ({
      ...counts,
      lastPacketAt: lastPacketMs === 0 ? null : new Date(lastPacketMs).toISOString(),
    }),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
