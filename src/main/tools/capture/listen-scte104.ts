// Owns standing between an automation system and its injector: every byte goes on in both
// directions, and each whole message of the automation system is kept. Refuses to answer for the
// injector. ANSI/SCTE 104 2023 9.1.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { Framing } from '../../core/codec/scte104/framing';
import type { RecordOrder } from '../cue/record-order';
import { Wrong, type Target } from '../cue/typed';
import type { Ear, Keep } from './ear';

class Between {
  private readonly sockets = new Set<Socket>();
  trouble: string | null = null;

  constructor(
    private readonly passOn: Target,
    private readonly keep: Keep,
  ) {}

  open(automation: Socket): void {
    const injector = connect(this.passOn);
    const framing = new Framing();
    const from = `${automation.remoteAddress ?? 'unknown'}:${automation.remotePort ?? 0}`;
    automation.on('data', (chunk) => {
      const { messages } = framing.push(chunk);
      for (const bytes of messages) this.keep({ from, protocol: 'scte104', bytes });
    });
    this.join(automation, injector);
    this.join(injector, automation);
    injector.on('error', (error) => (this.trouble ??= error.message));
    automation.pipe(injector).pipe(automation);
  }

  shut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Where one side ends, so does the other. */
  private join(one: Socket, other: Socket): void {
    this.sockets.add(one);
    one.setNoDelay(true);
    one.on('error', () => one.destroy());
    one.on('close', () => {
      this.sockets.delete(one);
      other.destroy();
    });
  }
}

/** Stands in between. Rejects with the system's error where the port cannot be had. */
export async function listenScte104({ listen, passOn }: RecordOrder, keep: Keep): Promise<Ear> {
  if (passOn === null) throw new Wrong('There is no injector to hand on to.');
  const between = new Between(passOn, keep);
  const server = createServer((socket) => between.open(socket));
  server.listen(listen.port, listen.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      between.shut();
      await closed;
      return between.trouble;
    },
  };
}
