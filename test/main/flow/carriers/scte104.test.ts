// Holds SCTE 104 on its way through the engine: a request and the SCTE 35 section made from it are
// one marker, the pre-roll bounds the auction and is the air-by, an end and a cancel act on what
// is open.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../../src/main/core/codec/scte104/message';
import { readMessage } from '../../../../src/main/core/codec/scte104/cues/readings';
import { virtualTruck, type VirtualTruck } from '../../../sim/virtual-truck';

let truck: VirtualTruck;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

function messageOf(more: Record<string, unknown>, number = 1): Uint8Array {
  const op = {
    opID: 0x101,
    splice_insert_type: 1,
    splice_event_id: 77,
    unique_program_id: 9,
    pre_roll_time_ms: 8000,
    break_duration_tenths: 300,
    avail_num: 0,
    avails_expected: 0,
    auto_return_flag: 1,
    ...more,
  };
  const head = { protocol_version: 0, as_index: 0, message_number: number, dpi_pid_index: 0 };
  const rest = { scte35_protocol_version: 0, timestamp: { type: 'none' }, ops: [op] };
  const bytes = encodeMessage({ kind: 'multiple', ...head, ...rest });
  if (bytes === null) throw new Error('not a message');
  return bytes;
}

function hear(bytes: Uint8Array, protocol = 'scte104') {
  const { clock } = truck.time;
  const at = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  return truck.intake.hear({ bytes, address: '192.0.2.7', port: 4, protocol, ...at });
}

async function markers() {
  await truck.time.pass(50);
  return (await truck.store.ask('markers', { limit: 10 })).items;
}

describe('SCTE 104 in the engine', () => {
  it('a request and the section made from it are one marker, in either order', async () => {
    const bytes = messageOf({});
    const [reading] = readMessage(bytes, truck.ports.text, truck.time.clock.wallMs());
    const section = reading?.ok === true ? reading.sectionRaw : null;
    expect(hear(bytes)).toEqual(['accepted']);
    expect(hear(section ?? new Uint8Array(0), 'udp')).toEqual(['duplicate']);
    const [first, copy] = await markers();
    expect(first).toMatchObject({ form: 'scte104', status: 'ACCEPTED' });
    expect(first?.scte104).toMatchObject({ kind: 'multiple', message_number: 1 });
    expect(first?.scte35).toMatchObject({ command: 'splice_insert' });
    expect(copy).toMatchObject({ form: 'section', duplicateOf: first?.id });
  });

  it('the pre-roll is the splice: air-by, and the bound of the auction', async () => {
    const fromMs = truck.time.clock.wallMs();
    expect(hear(messageOf({ pre_roll_time_ms: 4000 }))).toEqual(['accepted']);
    const [marker] = await markers();
    const splice = new Date(fromMs + 4000).toISOString();
    expect(marker?.spliceAt).toBe(splice);
    const [auction] = (await truck.store.ask('auctions', { limit: 1 })).items;
    expect(auction?.slot.airBy).toBe(splice);
  });

  it('a splice nearer than the auction shortens it, one too near sells nothing', async () => {
    hear(messageOf({ pre_roll_time_ms: 400 }));
    hear(messageOf({ pre_roll_time_ms: 150, splice_event_id: 78 }, 2));
    await truck.time.pass(700);
    const [short, none] = (await truck.store.ask('auctions', { limit: 2 })).items;
    expect(short).toMatchObject({ status: 'SOLD' });
    const lasted = Date.parse(short?.endsAt ?? '') - Date.parse(short?.openedAt ?? '');
    expect(lasted).toBe(300);
    expect(none).toMatchObject({ status: 'UNSOLD', reason: 'insufficient_time' });
  });

  it('a cancel ends the open auction of its event', async () => {
    hear(messageOf({}));
    hear(messageOf({ splice_insert_type: 5 }, 2));
    await truck.time.pass(700);
    const [auction] = (await truck.store.ask('auctions', { limit: 1 })).items;
    expect(auction).toMatchObject({ status: 'CANCELLED' });
  });

  it('a broken message is a row with its bytes and the reason', async () => {
    const bytes = messageOf({}).slice(0, -1);
    expect(hear(bytes)).toEqual(['rejected']);
    const [row] = await markers();
    expect(row).toMatchObject({ form: 'scte104', status: 'INVALID', reason: 'message_size' });
    expect(row?.rawBase64).not.toBe('');
  });
});
