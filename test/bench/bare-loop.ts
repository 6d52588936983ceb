// Owns the reference: the least a program could do with the same traffic and end with the same rows
// on the same disk. One socket, no decoding, the rows inserted in groups with better-sqlite3 under
// the same pragmas. It prices nothing, hashes nothing and proves nothing.
import dgram from 'node:dgram';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BODIES, SCHEMA } from './bare-rows.ts';
import { HEARTBEAT, REPEATS } from './traffic.ts';

const [dir = '', mode = 'setup'] = process.argv.slice(2);
const GROUP_ROWS = 200;
const HASH = 'f'.repeat(64);

const db = new Database(join(dir, 'bare.sqlite'));
db.exec(SCHEMA);
const journal = db.prepare('INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?)');
const markers = db.prepare('INSERT INTO markers VALUES (?,?,?,?,?,?)');
const auctions = db.prepare('INSERT INTO auctions VALUES (?,?,?,?,?,?,?,?,?)');
const bids = db.prepare('INSERT INTO bids VALUES (?,?,?,?,?,?)');
const holds = db.prepare('INSERT INTO holds VALUES (?,?,?,?,?)');
const settlements = db.prepare('INSERT INTO settlements VALUES (?,?,?,?,?)');

let packets = 0;
let rows = 0;
let lastId = 0;
let repeats = 0;
let waiting: { isNew: boolean; atMs: number }[] = [];

function write(type: keyof typeof BODIES, atMs: number): number {
  rows += 1;
  const body = BODIES[type];
  journal.run(rows, type, 'source:127.0.0.1', 'udp', atMs, atMs, atMs, body, HASH, HASH);
  return rows;
}

function writeAuction(atMs: number): void {
  const seq = write('auction-created', atMs);
  const id = `A-${seq}`;
  const opened = write('auction-opened', atMs);
  const closed = write('auction-closed', atMs);
  auctions.run(seq, id, `M-${seq}`, 'SOLD', 'closed', 1, atMs, opened, closed);
  for (let n = 1; n <= 3; n += 1) {
    bids.run(id, n, `${id}-B${n}`, `bidder-${n}`, 55_000, 'outbid');
    holds.run(id, `bidder-${n}`, 1, 55_000, 'RELEASED');
  }
  settlements.run(write('settlement-born', atMs), `S-${seq}`, id, 'DUE', 1);
}

const insert = db.transaction((group: typeof waiting) => {
  for (const { isNew, atMs } of group) {
    const seq = write(isNew ? 'marker-recorded' : 'marker-repeated', atMs);
    markers.run(seq, seq, 'IGNORED', atMs, null, 0);
    if (!isNew) continue;
    write('marker-copied', atMs);
    if (mode === 'rehearsal') writeAuction(atMs);
  }
});

function flush(): void {
  for (let at = 0; at < waiting.length; at += GROUP_ROWS) {
    insert(waiting.slice(at, at + GROUP_ROWS));
  }
  waiting = [];
}

const socket = dgram.createSocket({ type: 'udp4', recvBufferSize: 4_194_304 });
socket.on('message', (bytes) => {
  packets += 1;
  if (bytes.length === HEARTBEAT.length) return;
  const id = bytes.readUInt32BE(14);
  const isNew = id !== lastId;
  lastId = id;
  repeats = isNew ? 0 : repeats + 1;
  if (repeats > REPEATS) return;
  if (waiting.length === 0) setImmediate(flush);
  waiting.push({ isNew, atMs: Date.now() });
});
process.on('message', () => process.send?.({ packets, rows }));
socket.bind(0, '127.0.0.1', () => process.send?.({ port: socket.address().port }));
