// Holds an event id that comes back: heard by SCTE 104 it is new after half a minute and the end of
// its slot, which an IN or a cancel may bring forward; a request that is repeated is a copy.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeMessage } from '../../../../src/main/core/codec/scte104/message';
import { virtualTruck, type VirtualTruck } from '../../../sim/virtual-truck';

const START_NORMAL = 1;
const END_IMMEDIATE = 4;
const CANCEL = 5;

let truck: VirtualTruck;
let number = 0;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

function hear(splice_insert_type: number, pre_roll_time_ms: number) {
  const op = { opID: 0x101, splice_event_id: 7, unique_program_id: 9, avail_num: 0 };
  const rest = { break_duration_tenths: 300, avails_expected: 0, auto_return_flag: 1 };
  number = (number + 1) % 256;
  const bytes = encodeMessage({
    kind: 'multiple',
    protocol_version: 0,
    as_index: 0,
    message_number: number,
    dpi_pid_index: 0,
    scte35_protocol_version: 0,
    timestamp: { type: 'none' },
    ops: [{ ...op, ...rest, splice_insert_type, pre_roll_time_ms }],
  });
  if (bytes === null) throw new Error('not a message');
  const { clock } = truck.time;
  const at = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  return truck.intake.hear({ bytes, address: '192.0.2.7', port: 4, protocol: 'scte104', ...at });
}

it.each([
  ['an early IN', END_IMMEDIATE],
  ['a cancel', CANCEL],
])('after %s the id is new once half a minute has passed', async (...[, type]) => {
  expect(hear(START_NORMAL, 0)).toEqual(['accepted']);
  await truck.time.pass(8_000);
  hear(type, 0);
  await truck.time.pass(21_000);
  expect(hear(START_NORMAL, 0)).toEqual(['duplicate']);
  await truck.time.pass(4_000);
  expect(hear(START_NORMAL, 0)).toEqual(['accepted']);
});

it('without an end it is new once its slot is over, counted from its splice', async () => {
  expect(hear(START_NORMAL, 5_000)).toEqual(['accepted']);
  await truck.time.pass(36_000);
  expect(hear(START_NORMAL, 0)).toEqual(['accepted']);
});

it('a request repeated with the same pre-roll is the same marker', async () => {
  expect(hear(START_NORMAL, 8_000)).toEqual(['accepted']);
  await truck.time.pass(2_000);
  expect(hear(START_NORMAL, 6_000)).toEqual(['duplicate']);
  expect(hear(START_NORMAL, 8_000)).toEqual(['duplicate']);
});
