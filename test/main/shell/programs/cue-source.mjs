// Owns a third process that sends cues at a steady rate, each with the moment it was sent in it.
// Arguments: UDP port, cues a second, how many. Ends with 0 when the last one has left.
import dgram from 'node:dgram';

const [port = 0, perSecond = 50, most = 0] = process.argv.slice(2).map(Number);
const socket = dgram.createSocket('udp4');
const startedMs = performance.now();
let sent = 0;
let left = 0;

function hasLeft(error) {
  if (error) throw error;
  left += 1;
  if (left === most) socket.close();
}

function sendDue() {
  const due = Math.min(most, Math.floor(((performance.now() - startedMs) / 1_000) * perSecond) + 1);
  for (; sent < due; sent += 1) {
    const timestamp = performance.timeOrigin + performance.now();
    const cue = { event_type: 'goal', game_id: `stall-${sent}`, timestamp: Math.floor(timestamp) };
    socket.send(JSON.stringify(cue), port, '127.0.0.1', hasLeft);
  }
  if (sent === most) clearInterval(timer);
}

const timer = setInterval(sendDue, 5);
