// Holds the demo's player to its word on real sockets: what it says arrives, three times and
// readable, in its order, with heartbeats; and after its close nothing more does.
import dgram from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { demoNight, type DemoCue } from '../../../../src/main/core/games/made-up/demo-night';
import { CUE_MAKES } from '../../../../src/main/core/marker/make-cue';
import { COPIES, openDemoPlayer, type DemoParts } from '../../../../src/main/io/cues/demo-player';
import { hostByteText } from '../../../../src/main/io/ops/byte-text';
import { hostClock } from '../../../../src/main/io/ops/clock';

const clock = hostClock();
const text = hostByteText();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NEVER_MS = 60_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function cuesOf(...cues: Partial<DemoCue>[]): DemoCue[] {
  return cues.map((cue, at) => ({
    afterMs: 0,
    input: { eventType: 'goal', gameId: `g${at}`, teamId: 'BAYH' },
    form: 'scte35',
    eventId: 100 + at,
    durationMs: null,
    ...cue,
  }));
}

async function ear() {
  const heard: Uint8Array[] = [];
  let arrived = (): void => undefined;
  const socket = dgram.createSocket('udp4');
  socket.on('message', (bytes) => {
    heard.push(Uint8Array.from(bytes));
    arrived();
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  closers.push(() => socket.close());
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      arrived = () => (heard.length >= count ? resolve() : undefined);
      arrived();
    });
  const read = () =>
    heard.flatMap((bytes) => readDatagram(bytes, text)).map((one) => (one.ok ? one : null));
  return { port: socket.address().port, heard, until, read };
}

function play(port: number, parts: Partial<DemoParts> & Pick<DemoParts, 'cues'>) {
  const to = { address: '0.0.0.0', port };
  const player = openDemoPlayer({ to, clock, text, log, heartbeatMs: NEVER_MS, ...parts });
  closers.push(player.close);
  return player;
}

describe('the player of a demo', () => {
  it('says each cue three times, stamped now, in the order and form of the night', async () => {
    const { port, until, read } = await ear();
    const before = clock.wallMs();
    play(port, { cues: cuesOf(...CUE_MAKES.map((form) => ({ form }))) });
    await until(COPIES * CUE_MAKES.length);
    const all = read();
    expect(all).not.toContain(null);
    const said = all.map((one) => one?.metadata?.gameId);
    expect(said).toEqual(CUE_MAKES.flatMap((_, at) => [`g${at}`, `g${at}`, `g${at}`]));
    for (const one of all) {
      const stampMs = one?.metadata?.timestampMs ?? 0;
      expect(stampMs).toBeGreaterThanOrEqual(before);
      expect(stampMs).toBeLessThanOrEqual(clock.wallMs());
    }
    const forms = all.map((one) => one?.form);
    expect(new Set(forms)).toEqual(new Set(['json', 'section+json', 'base64', 'hex']));
  });

  it('says copies to the last byte alike, and names the length of a break', async () => {
    const { port, until, heard, read } = await ear();
    play(port, { cues: cuesOf({ durationMs: 30_000 }) });
    await until(COPIES);
    expect(heard[1]).toEqual(heard[0]);
    expect(heard[2]).toEqual(heard[0]);
    expect(JSON.stringify(read()[0]?.section)).toContain('2700000');
  });

  it('waits as the night says', async () => {
    const { port, until } = await ear();
    const from = clock.monoMs();
    play(port, { cues: cuesOf({}, { afterMs: 200 }) });
    await until(COPIES + 1);
    expect(clock.monoMs() - from).toBeGreaterThanOrEqual(199);
  });

  it('sends heartbeats, which are splice_null', async () => {
    const { port, until, read } = await ear();
    play(port, { cues: [], heartbeatMs: 10 });
    await until(3);
    for (const one of read()) {
      expect(one?.section).toMatchObject({ command: 'splice_null' });
      expect(one?.metadata).toBeNull();
    }
  });

  it('is silent after its close, in the middle of an endless night', async () => {
    const { port, until, heard } = await ear();
    function* hurried(): Generator<DemoCue> {
      for (const cue of demoNight(3)) yield { ...cue, afterMs: 1 };
    }
    const player = play(port, { cues: hurried(), heartbeatMs: 1 });
    await until(10);
    await player.close();
    closers.pop();
    const marker = dgram.createSocket('udp4');
    closers.push(() => marker.close());
    await new Promise((resolve) => marker.send('last', port, '127.0.0.1', resolve));
    const count = heard.length;
    await until(count + 1);
    const isLast = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString() === 'last';
    while (!heard.some(isLast)) await until(heard.length + 1);
    expect(heard.findIndex(isLast)).toBe(heard.length - 1);
  });

  it('logs what the system refuses to send, and goes on', async () => {
    const { port, until, read } = await ear();
    const warned: string[] = [];
    const warn = (code: string): void => void warned.push(code);
    const tooLong = { eventType: 'goal', gameId: 'g'.repeat(70_000) };
    play(port, { cues: cuesOf({ input: tooLong }, {}), log: { ...log, warn } });
    await until(COPIES);
    expect(read().map((one) => one?.metadata?.gameId)).toEqual(['g1', 'g1', 'g1']);
    expect(warned).toEqual(['demo_send', 'demo_send', 'demo_send']);
  });
});
