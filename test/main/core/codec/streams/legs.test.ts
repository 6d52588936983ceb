// Holds the RTP legs to their bounds: as many legs as are kept whatever SSRCs come, a sender that
// began anew heard at once, strays and late copies without harm, and packets that wait let go when
// their time is up, each cue with the arrival of its own packet.
import { describe, expect, it } from 'vitest';
import { Transports } from '../../../../../src/main/core/codec/forms/transports';
import { Multiplex } from '../../../../../src/main/core/codec/mpegts/multiplex';
import { InOrder, type Carried } from '../../../../../src/main/core/codec/rtp/in-order';
import { LegGroups } from '../../../../../src/main/core/codec/rtp/leg-groups';
import { RtpWriter } from '../../../../../src/main/core/codec/rtp/write-packet';
import { joined, OUT_SECTION, text } from '../byte-text';

interface At {
  readonly receivedMonoMs: number;
}

function packet(sequence: number, timestamp: number, atMs = 0): Carried<At> {
  const payload = new Uint8Array(0);
  return { sequence, timestamp, ssrc: 1, payload, datagram: { receivedMonoMs: atMs } };
}

describe('legs', () => {
  it('are bounded in a group, whatever SSRCs say the same packet', () => {
    const groups = new LegGroups<At>(text);
    for (let ssrc = 0; ssrc < 20_000; ssrc += 1) {
      groups.take({ name: `a ${ssrc}`, listener: 'l' }, { ...packet(7, 7), ssrc });
    }
    expect(groups.size).toBeLessThanOrEqual(4);
    expect(groups.size).toBeGreaterThan(1);
  });

  it('are bounded over all groups, and go when their name does', () => {
    const groups = new LegGroups<At>(text);
    for (let ssrc = 0; ssrc < 20_000; ssrc += 1) {
      const one = Math.floor(ssrc / 3);
      const twin = packet(one, one);
      groups.take({ name: `a ${ssrc}`, listener: 'l' }, { ...twin, ssrc });
    }
    expect(groups.size).toBeLessThanOrEqual(256);
  });
});

function order() {
  const given: number[] = [];
  const inOrder = new InOrder<At>(({ sequence }) => given.push(sequence));
  return { given, inOrder };
}

describe('the order of packets', () => {
  it('goes on where a sender began anew, a thousand back, with both first packets', () => {
    const { given, inOrder } = order();
    for (let at = 0; at < 1_000; at += 1) inOrder.take(packet(at, at));
    for (let at = 0; at < 3; at += 1) inOrder.take(packet(at, 500_000 + at));
    expect(given.slice(1_000)).toEqual([0, 1, 2]);
  });

  it('goes on so too where timestamps stand still', () => {
    const { given, inOrder } = order();
    for (let at = 0; at < 1_000; at += 1) inOrder.take(packet(at, 0));
    for (let at = 0; at < 2; at += 1) inOrder.take(packet(at, 0));
    expect(given.slice(1_000)).toEqual([0, 1]);
  });

  it('passes over one stray packet', () => {
    const { given, inOrder } = order();
    for (const at of [100, 101, 40_000, 102, 103]) inOrder.take(packet(at, at));
    expect(given).toEqual([100, 101, 102, 103]);
  });

  it('takes the copies of a slow leg for copies, not for a sender that began anew', () => {
    const { given, inOrder } = order();
    for (let at = 0; at < 2_000; at += 2) {
      for (const ahead of [at, at + 1]) inOrder.take(packet(ahead, ahead));
      if (at < 400) continue;
      for (const late of [at - 400, at - 399]) inOrder.take(packet(late, late));
    }
    expect(given).toEqual(Array.from({ length: 2_000 }, (_, at) => at));
    expect(inOrder.copies).toBe(1_600);
  });

  it('lets go of what waited when the time is up, and not before', () => {
    const { given, inOrder } = order();
    inOrder.take(packet(1, 1, 0));
    inOrder.take(packet(3, 3, 100));
    expect(inOrder.dueMs).toBe(160);
    inOrder.flush(159);
    expect(given).toEqual([1]);
    inOrder.flush(160);
    expect(given).toEqual([1, 3]);
    expect([inOrder.lost, inOrder.dueMs]).toEqual([1, null]);
  });
});

it('a cue that waited has the datagram it came in, not the one it waited for', () => {
  const transports = new Transports(text);
  const made = new Multiplex();
  const writer = new RtpWriter({ sequence: 0, ssrc: 1 });
  const from = { address: '192.0.2.1', port: 5, protocol: 'udp' };
  const [first, lost, cue] = [made.beat(0), made.beat(90), made.cue(OUT_SECTION)].map((packets) =>
    writer.packet(joined(...packets), 0),
  );
  const take = (bytes: Uint8Array = new Uint8Array(0), receivedMonoMs = 0) =>
    transports.read({ bytes, ...from, receivedMonoMs });
  take(first, 0);
  expect(take(cue, 10)).toEqual([]);
  expect(transports.due()).toBe(70);
  expect(take(lost, 30)).toMatchObject([{ datagram: { receivedMonoMs: 10 } }]);
  expect(transports.due()).toBeNull();
});
