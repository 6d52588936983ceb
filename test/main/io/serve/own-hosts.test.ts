// Owns the tests of which names are ours, by where the server listens. Refuses to assume cards: it
// takes the machine's own.
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createOwnHosts } from '../../../../src/main/io/serve/web/own-hosts';

function at(address: string, port: number) {
  return createOwnHosts(
    () => ({ address, port }),
    () => 0,
  );
}

describe('own hosts', () => {
  it('are the bound address and the loopback forms, with the port', () => {
    const own = at('192.168.7.5', 9480);
    for (const name of ['192.168.7.5', 'localhost', '127.0.0.1', '[::1]'])
      expect(own.isHost(`${name}:9480`)).toBe(true);
    for (const host of ['192.168.7.6:9480', '192.168.7.5', 'truck.example:9480', undefined])
      expect(own.isHost(host)).toBe(false);
  });

  it('are every address of the machine when bound to every card', () => {
    const cards = Object.values(networkInterfaces()).flatMap((card) => card ?? []);
    expect(cards.length).toBeGreaterThan(0);
    for (const every of ['0.0.0.0', '::'])
      for (const { address, family } of cards) {
        const name = family === 'IPv6' ? `[${address}]` : address;
        expect(at(every, 9480).isHost(`${name}:9480`)).toBe(true);
      }
    expect(at('0.0.0.0', 9480).isHost('0.0.0.0:9480')).toBe(false);
    expect(at('0.0.0.0', 9480).isHost('truck.example:9480')).toBe(false);
  });

  it('may leave port 80 unsaid, and only that', () => {
    expect(at('127.0.0.1', 80).isHost('localhost')).toBe(true);
    expect(at('127.0.0.1', 9480).isHost('localhost')).toBe(false);
  });

  it('are origins over plain HTTP only', () => {
    const own = at('127.0.0.1', 9480);
    expect(own.isOrigin('http://localhost:9480')).toBe(true);
    for (const origin of ['https://localhost:9480', 'null', 'localhost:9480', 'http://x:9480'])
      expect(own.isOrigin(origin)).toBe(false);
  });
});
