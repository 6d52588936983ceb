// Holds what one SCTE 104 message may bring about: each row shows its own requests, too many are
// one refused row, and a time of processing long past or far ahead sells nothing.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeMessage } from '../../../../src/main/core/codec/scte104/message';
import { virtualTruck, type VirtualTruck } from '../../../sim/virtual-truck';

let truck: VirtualTruck;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

const START = {
  opID: 0x101,
  splice_insert_type: 1,
  splice_event_id: 77,
  unique_program_id: 9,
  pre_roll_time_ms: 8000,
  break_duration_tenths: 300,
  avail_num: 0,
  avails_expected: 0,
  auto_return_flag: 1,
};
const TIER = { opID: 0x10f, tier: 5 };

function hear(ops: readonly object[], timestamp: object = { type: 'none' }) {
  const head = { protocol_version: 0, as_index: 0, message_number: 1, dpi_pid_index: 0 };
  const rest = { scte35_protocol_version: 0, timestamp, ops };
  const bytes = encodeMessage({ kind: 'multiple', ...head, ...rest });
  if (bytes === null) throw new Error('not a message');
  const { clock } = truck.time;
  const at = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  const from = { address: '192.0.2.7', port: 4, protocol: 'scte104' };
  return { bytes, heard: truck.intake.hear({ bytes, ...from, ...at }) };
}

async function markers() {
  await truck.time.pass(50);
  return (await truck.store.ask('markers', { limit: 50 })).items;
}

const starts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...START, splice_event_id: 500 + at }));

const utc = (aheadS: number) => ({
  type: 'utc',
  seconds: Math.floor(truck.time.clock.wallMs() / 1_000) + aheadS,
  microseconds: 0,
});

it('a row has its own requests and the message’s bytes exactly as they came', async () => {
  const [first = START, second = START] = starts(2);
  const { bytes, heard } = hear([first, TIER, second]);
  expect(heard).toEqual(['accepted', 'accepted']);
  const rows = await markers();
  const ops = rows.map(({ scte104 }) => scte104?.['ops']);
  expect(ops).toMatchObject([[{ splice_event_id: 500 }, { tier: 5 }], [{ splice_event_id: 501 }]]);
  expect((ops[0] as unknown[]).length).toBe(2);
  expect((ops[1] as unknown[]).length).toBe(1);
  const raw = Buffer.from(bytes).toString('base64');
  expect(rows.map(({ rawBase64 }) => rawBase64)).toEqual([raw, raw]);
  expect(rows[1]?.scte104).toMatchObject({ message_number: 1, dpi_pid_index: 0 });
});

it('sixteen requests at once are taken, seventeen are one refused row', async () => {
  expect(hear(starts(16)).heard).toHaveLength(16);
  expect(hear(starts(17)).heard).toEqual(['rejected']);
  const rows = await markers();
  expect(rows).toHaveLength(17);
  expect(rows.at(-1)).toMatchObject({ status: 'INVALID', reason: 'message' });
});

it('a time of processing long past is STALE, one far ahead is refused', async () => {
  expect(hear([START], utc(-3_600)).heard).toEqual(['rejected']);
  expect(hear([{ ...START, splice_event_id: 78 }], utc(4_000)).heard).toEqual(['rejected']);
  expect(await markers()).toMatchObject([
    { status: 'STALE', reason: 'stale' },
    { status: 'INVALID', reason: 'time_type' },
  ]);
  expect((await truck.store.ask('auctions', { limit: 5 })).items).toEqual([]);
});

it('a processing time just past shortens the pre-roll; at once it stays at once', async () => {
  hear([START], utc(-2));
  hear([{ ...START, splice_event_id: 78, pre_roll_time_ms: 0 }], utc(-2));
  const [rolled, atOnce] = await markers();
  expect(rolled).toMatchObject({ status: 'ACCEPTED' });
  expect(Date.parse(rolled?.spliceAt ?? '') - Date.parse(rolled?.receivedAt ?? '')).toBe(6_000);
  expect(atOnce).toMatchObject({ status: 'ACCEPTED' });
  expect(atOnce?.spliceAt).toBeUndefined();
});
