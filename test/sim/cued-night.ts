// Owns a night of true cues from a seed: breaks with OUT and IN that share ids, ids that come back,
// cancels, each heard several times, over two legs, in several forms, out of order. Refuses to
// judge: it tells what was truly cued, and the tests compare.
import { encodeMessage } from '../../src/main/core/codec/scte104/message';
import { insert, insertCancel } from '../main/core/marker/cues';
import { TestStream } from '../fixtures/ts-stream';
import { FACE_OFF_MS, seededRandom, virtualTruck, type VirtualTruck } from './virtual-truck';
import { virtualTime } from './virtual-time';

const SECOND = 90_000;
const PTS_MODULUS = 2 ** 33;
const BREAKS = 30;
const IDS = 4;

/** A break as it was truly cued. */
export interface TrueBreak {
  readonly eventId: number;
  readonly pts: number;
  readonly cancelled: boolean;
  /** Its end was heard before its start, and then belongs to none. */
  readonly overtaken: boolean;
}

interface Hearing {
  readonly truck: VirtualTruck;
  readonly roll: (most: number) => number;
  readonly legs: readonly TestStream[];
  /** What the stream's clock says at face-off, so that it wraps in some nights. */
  readonly startTicks: number;
}

function dice(seed: number): (most: number) => number {
  const random = seededRandom(seed);
  return (most) => Number.parseInt(random(4), 16) % most;
}

function nowTicks({ truck, startTicks }: Hearing): number {
  const passedMs = truck.time.clock.monoMs();
  return (startTicks + Math.floor(passedMs * 90)) % PTS_MODULUS;
}

function message104(event_id: number, type: number, preRollMs: number): Uint8Array {
  const head = { protocol_version: 0, as_index: 0, message_number: 1, dpi_pid_index: 0 };
  const op = { opID: 0x101, splice_insert_type: type, splice_event_id: event_id };
  const more = { unique_program_id: 7, pre_roll_time_ms: preRollMs, break_duration_tenths: 300 };
  const rest = { avail_num: 0, avails_expected: 0, auto_return_flag: 1 };
  const wrap = { scte35_protocol_version: 0, timestamp: { type: 'none' } };
  const ops = [{ ...op, ...more, ...rest }];
  return encodeMessage({ kind: 'multiple', ...head, ...wrap, ops }) ?? new Uint8Array(0);
}

interface Cue {
  readonly section: Uint8Array;
  readonly eventId: number;
  /** splice_insert_type of the SCTE 104 request that says the same. */
  readonly type: number;
  readonly preRollMs: number;
}

function hearOnce(at: Hearing, cue: Cue): void {
  const { truck, roll, legs } = at;
  const form = roll(5);
  const bytes = Buffer.from(cue.section);
  if (form === 0) truck.hear(bytes);
  else if (form === 1) truck.hear(Buffer.from(bytes.toString('base64')), '192.0.2.8');
  else if (form === 2) {
    const { clock } = truck.time;
    const when = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
    const from = { address: '192.0.2.9', port: 9, protocol: 'scte104' };
    const message = message104(cue.eventId, cue.type, cue.preRollMs);
    truck.intake.hear({ bytes: message, ...from, ...when });
  } else {
    const leg = legs[form - 3];
    const clocked = leg?.clock(nowTicks(at));
    const found = leg?.cue(cue.section);
    truck.hear(Buffer.concat([clocked ?? bytes, found ?? bytes]), `192.0.2.${17 + form}`);
  }
}

/** Some copies now, in any form; at least one. */
async function heard(at: Hearing, cue: Cue): Promise<void> {
  for (let copies = 1 + at.roll(5); copies > 0; copies -= 1) {
    hearOnce(at, cue);
    await at.truck.time.pass(at.roll(200));
  }
}

async function oneBreak(at: Hearing, n: number): Promise<TrueBreak> {
  const { truck, roll } = at;
  const eventId = 1_000 + (n % IDS);
  const pts = (nowTicks(at) + 8 * SECOND) % PTS_MODULUS;
  const inPts = (pts + 30 * SECOND) % PTS_MODULUS;
  const out = { section: insert({ event_id: eventId, pts }), eventId, type: 1, preRollMs: 8_000 };
  const goesBack = { event_id: eventId, pts: inPts, out_of_network: false };
  const back = { section: insert(goesBack), eventId, type: 3, preRollMs: 0 };
  // An end may overtake its own start; it belongs to none then.
  const overtaken = roll(6) === 0;
  if (overtaken) truck.hear(Buffer.from(back.section));
  await heard(at, out);
  const cancelled = roll(5) === 0 && (await cancels(at, eventId));
  await truck.time.pass(1_000 + roll(4_000));
  hearOnce(at, out);
  await truck.time.pass(25_000 + roll(4_000));
  await heard(at, back);
  await truck.time.pass(60_000 + roll(30_000));
  return { eventId, pts, cancelled, overtaken };
}

/** Whether there was anything to cancel: what is decided stays decided. */
async function cancels({ truck }: Hearing, eventId: number): Promise<boolean> {
  const { open } = truck.engine.liveStats().auctions;
  truck.hear(Buffer.from(insertCancel(eventId)));
  await truck.time.pass(20);
  return open > 0;
}

/** Plays the night; the truck is left open for looking at. */
export async function cuedNight(seed: number) {
  const time = virtualTime(FACE_OFF_MS);
  const truck = virtualTruck({ time, seed });
  await truck.start();
  const roll = dice(seed);
  const legs = [new TestStream(), new TestStream()];
  const startTicks = roll(2) === 0 ? PTS_MODULUS - 300 * SECOND : roll(1_000_000);
  const at: Hearing = { truck, roll, legs, startTicks };
  legs.forEach((leg, n) => {
    truck.hear(Buffer.concat([leg.tables(), leg.clock(nowTicks(at))]), `192.0.2.${20 + n}`);
  });
  const breaks: TrueBreak[] = [];
  for (let n = 0; n < BREAKS; n += 1) breaks.push(await oneBreak(at, n));
  await time.pass(10_000);
  return { truck, breaks };
}
