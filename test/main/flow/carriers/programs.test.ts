// Holds the programs of one stream apart: the same event in two of them is two markers, and what
// one cancels or ends is none of the other's; legs of one program stay one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Multiplex } from '../../../../src/main/core/codec/mpegts/multiplex';
import { crc32 } from '../../../../src/main/core/lib/crc32';
import { virtualTruck, type VirtualTruck } from '../../../sim/virtual-truck';
import { insert, insertCancel } from '../../core/marker/cues';

const ONE = { program: 1, pmtPid: 0x100, clockPid: 0x101, splicePid: 0x1f0 };
const TWO = { program: 2, pmtPid: 0x200, clockPid: 0x201, splicePid: 0x2f0 };
const S = 90_000;

/** A PAT that names both programs, as a packet. */
function bothPrograms(): Buffer {
  const head = [0, 0xb0, 17, 0, 1, 0xc1, 0, 0, 0, 1, 0xe1, 0, 0, 2, 0xe2, 0];
  const section = Buffer.alloc(head.length + 4);
  section.set(head);
  section.writeUInt32BE(crc32(section, 0, head.length) >>> 0, head.length);
  const packet = Buffer.alloc(188, 0xff);
  packet.set([0x47, 0x40, 0, 0x10, 0]);
  packet.set(section, 5);
  return packet;
}

let truck: VirtualTruck;
let one: Multiplex;
let two: Multiplex;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
  one = new Multiplex(ONE);
  two = new Multiplex(TWO);
  hear([bothPrograms(), ...one.beat(0).slice(1), ...two.beat(0).slice(1)]);
});
afterEach(() => truck.store.close());

function hear(packets: readonly Uint8Array[]) {
  const { clock } = truck.time;
  const at = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  const from = { address: '192.0.2.7', port: 4, protocol: 'udp' };
  return truck.intake.hear({ bytes: Buffer.concat(packets), ...from, ...at });
}

const cue = (mux: Multiplex, section: Uint8Array) => hear([...mux.cue(section), bothPrograms()]);

async function auctions() {
  await truck.time.pass(50);
  return (await truck.store.ask('auctions', { limit: 9 })).items.map(({ status }) => status);
}

it('the same event in two programs is two markers; a bare section copies either', async () => {
  const section = insert({ pts: 8 * S });
  expect(cue(one, section)).toEqual(['accepted']);
  expect(cue(two, section)).toEqual(['accepted']);
  expect(cue(two, section)).toEqual(['duplicate']);
  expect(truck.hear(Buffer.from(section))).toEqual(['duplicate']);
  expect(await auctions()).toEqual(['OPEN', 'OPEN']);
});

it('a cancel in one program leaves the other’s auction alone', async () => {
  expect(cue(one, insert({ pts: 8 * S }))).toEqual(['accepted']);
  cue(two, insertCancel());
  expect(await auctions()).toEqual(['OPEN']);
  cue(one, insertCancel());
  expect(await auctions()).toEqual(['CANCELLED']);
});

it('an IN in one program ends no slot of the other', async () => {
  expect(cue(one, insert({ pts: 8 * S }))).toEqual(['accepted']);
  cue(two, insert({ pts: 20 * S, out_of_network: false }));
  cue(one, insert({ pts: 21 * S, out_of_network: false }));
  await truck.time.pass(50);
  const rows = (await truck.store.ask('markers', { limit: 9 })).items;
  expect(rows.map(({ endsAuctionId }) => endsAuctionId)).toEqual([undefined, undefined, 'A-0001']);
});
