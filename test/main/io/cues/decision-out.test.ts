// Holds decision out to its word against real sockets: each target kind is reached, a dead one is
// tried again until the air-by time and not after it.
import dgram from 'node:dgram';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openDecisionTargets } from '../../../../src/main/io/cues/decision-out';
import { hostClock } from '../../../../src/main/io/ops/clock';
import type { DecisionOut } from '../../../../src/main/flow/ports';

const clock = hostClock();
const closers: (() => unknown)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

function decision(airInMs: number): DecisionOut {
  return {
    slotId: 'A-0001-1',
    markerId: 'M-000001',
    auctionId: 'A-0001',
    advertiser: 'Any',
    creativeId: null,
    durationMs: 10_000,
    airBy: new Date(clock.wallMs() + airInMs).toISOString(),
    priceCents: 1,
    currency: 'USD',
    state: 'SOLD',
    rehearsal: true,
  };
}

function logged() {
  const lines: string[] = [];
  let said = (): void => undefined;
  const add = (code: string): void => {
    lines.push(code);
    said();
  };
  const until = (code: string): Promise<void> =>
    new Promise((resolve) => {
      said = () => (lines.includes(code) ? resolve() : undefined);
      said();
    });
  return { lines, until, log: { info: add, warn: add, error: add } };
}

describe('decision out', () => {
  it('posts over HTTP and tries again until it is taken', async () => {
    const bodies: string[] = [];
    let answers = 0;
    const done = new Promise<void>((resolve) => {
      const server = http.createServer((request, response) => {
        answers += 1;
        response.statusCode = answers < 3 ? 503 : 204;
        request.on('data', (data: Buffer) => bodies.push(data.toString()));
        request.on('end', () => response.end(() => (answers === 3 ? resolve() : undefined)));
      });
      closers.push(() => server.close());
      server.listen(0, '127.0.0.1', () => {
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        const targets = openDecisionTargets([{ kind: 'http', url }], { clock, log: logged().log });
        closers.push(() => targets.close());
        targets.deliver(decision(20_000));
      });
    });
    await done;
    expect(bodies).toHaveLength(3);
    expect(JSON.parse(bodies[2] ?? '')).toMatchObject({ slotId: 'A-0001-1', state: 'SOLD' });
  });

  it('sends one datagram over UDP', async () => {
    const socket = dgram.createSocket('udp4');
    closers.push(() => socket.close());
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const heard = new Promise<string>((resolve) => {
      socket.once('message', (message) => resolve(message.toString()));
    });
    const to = `127.0.0.1:${socket.address().port}`;
    openDecisionTargets([{ kind: 'udp', to }], { clock, log: logged().log }).deliver(
      decision(5_000),
    );
    expect(JSON.parse(await heard)).toMatchObject({ auctionId: 'A-0001' });
  });

  it('sends one line over TCP', async () => {
    const line = new Promise<string>((resolve) => {
      const server = net.createServer((socket) => {
        socket.setEncoding('utf8');
        socket.on('data', (text) => resolve(String(text)));
      });
      closers.push(() => server.close());
      server.listen(0, '127.0.0.1', () => {
        const to = `127.0.0.1:${(server.address() as AddressInfo).port}`;
        const targets = openDecisionTargets([{ kind: 'tcp', to }], { clock, log: logged().log });
        targets.deliver(decision(5_000));
      });
    });
    expect((await line).endsWith('}\n')).toBe(true);
  });

  it('gives a dead target up at the air-by time and says so', async () => {
    const said = logged();
    const url = 'http://127.0.0.1:9/';
    const targets = openDecisionTargets([{ kind: 'http', url }], { clock, log: said.log });
    closers.push(() => targets.close());
    targets.deliver(decision(400));
    await said.until('decision_out_given_up');
    expect(said.lines.filter((line) => line === 'decision_out').length).toBeGreaterThan(0);
  });
});
