// Owns the load: a process of its own that sends the bench's traffic at a steady rate and says how
// many datagrams went out. Refuses to fall behind silently: it reports the rate it really kept.
import dgram from 'node:dgram';
import { performance } from 'node:perf_hooks';
import { traffic } from './traffic.ts';

/** Flags: PORT RATE SECONDS BASE CYCLE; every CYCLE-th datagram is a new cue. */
const [port = 0, rate = 0, seconds = 0, base = 0, cycle = 20] = process.argv.slice(2).map(Number);
const total = Math.round(rate * seconds);
const datagrams = traffic(total, base, cycle);
const socket = dgram.createSocket({ type: 'udp4', sendBufferSize: 4_194_304 });

let sent = 0;
let answered = 0;
const from = performance.now();

function done(): void {
  const tookMs = performance.now() - from;
  process.stdout.write(`${JSON.stringify({ sent, tookMs })}\n`);
  socket.close();
}

function turn(): void {
  const due = Math.min(total, Math.floor(((performance.now() - from) * rate) / 1000));
  while (sent < due) {
    const datagram = datagrams[sent];
    sent += 1;
    if (datagram === undefined) break;
    socket.send(datagram, 0, datagram.length, port, '127.0.0.1', () => {
      answered += 1;
      if (answered === total) done();
    });
  }
  if (sent < total) setTimeout(turn, 1);
}

socket.bind(0, '127.0.0.1', turn);
