// Owns a process that does nothing but stamp what it hears: what this machine itself costs, beside
// which the engine's stamps are read. Says its port, and, asked, what it has stamped.
import dgram from 'node:dgram';

const socket = dgram.createSocket('udp4');
const stamped = [];

socket.on('message', (bytes) => {
  const receivedMs = Math.floor(performance.timeOrigin + performance.now());
  const { timestamp, game_id: id } = JSON.parse(bytes.toString('utf8'));
  stamped.push({ id, sentMs: timestamp, lateMs: receivedMs - timestamp });
});
socket.bind(0, '127.0.0.1', () => process.send({ port: socket.address().port }));
process.on('message', () => process.send({ stamped }));
