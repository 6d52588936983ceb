// Owns a third process that sends cues at a steady rate, each with the moment it was sent in it, to
// every port that it is given. Arguments: a name for this run, how many, and the ports; 50 a
// second. Ends with 0 when the last one has left.
import dgram from 'node:dgram';

const PER_SECOND = 50;
const [run = '', most = '0', ...ports] = process.argv.slice(2);
const socket = dgram.createSocket('udp4');
const startedMs = performance.now();
let sent = 0;
let left = 0;

function hasLeft(error) {
  if (error) throw error;
  left += 1;
  if (left === most * ports.length) socket.close();
}

function sendDue() {
  const dueMs = performance.now() - startedMs;
  const due = Math.min(Number(most), Math.floor((dueMs / 1_000) * PER_SECOND) + 1);
  for (; sent < due; sent += 1) {
    const timestamp = Math.floor(performance.timeOrigin + performance.now());
    const cue = JSON.stringify({ event_type: 'goal', game_id: `${run}-${sent}`, timestamp });
    for (const port of ports) socket.send(cue, Number(port), '127.0.0.1', hasLeft);
  }
  if (sent === Number(most)) clearInterval(timer);
}

const timer = setInterval(sendDue, 5);
