// Owns the reference: the least a program could do with the same traffic and end with the same rows
// on the same disk. One socket, no decoding, the rows inserted in groups with better-sqlite3 under
// the same pragmas. It prices nothing, hashes nothing and proves nothing.
import dgram from 'node:dgram';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { HEARTBEAT } from './traffic.ts';

const [dir = ''] = process.argv.slice(2);
const GROUP = 200;
/** As long as the text that the engine's journal holds for one marker of this traffic. */
const BODY = 'x'.repeat(Number(process.argv[3] ?? 1_300));
const HASH = 'f'.repeat(64);

const db = new Database(join(dir, 'bare.sqlite'));
db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
  CREATE TABLE journal (seq INTEGER PRIMARY KEY, type TEXT, actor TEXT, cause TEXT,
    arrived_at_ms INTEGER, decided_at_ms INTEGER, recorded_at_ms INTEGER, body TEXT,
    prev_hash TEXT, hash TEXT) STRICT;
  CREATE TABLE markers (seq INTEGER PRIMARY KEY, number INTEGER UNIQUE, status TEXT,
    received_at_ms INTEGER, auction_id TEXT, copies INTEGER) STRICT;
  CREATE INDEX markers_by_status ON markers (status, seq);`);
const journal = db.prepare('INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?)');
const markers = db.prepare('INSERT INTO markers VALUES (?,?,?,?,?,?)');

let packets = 0;
let rows = 0;
let waiting: number[] = [];

const insert = db.transaction((group: readonly number[]) => {
  for (const atMs of group) {
    rows += 1;
    const from = 'source:127.0.0.1';
    journal.run(rows, 'marker-recorded', from, 'udp', atMs, atMs, atMs, BODY, HASH, HASH);
    markers.run(rows, rows, 'IGNORED', atMs, null, 0);
  }
});

function flush(): void {
  for (let at = 0; at < waiting.length; at += GROUP) insert(waiting.slice(at, at + GROUP));
  waiting = [];
}

const socket = dgram.createSocket({ type: 'udp4', recvBufferSize: 4_194_304 });
socket.on('message', (bytes) => {
  packets += 1;
  if (bytes.length === HEARTBEAT.length) return;
  if (waiting.length === 0) setImmediate(flush);
  waiting.push(Date.now());
});
process.on('message', () => process.send?.({ packets, rows }));
socket.bind(0, '127.0.0.1', () => process.send?.({ port: socket.address().port }));
