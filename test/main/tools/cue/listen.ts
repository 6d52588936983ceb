// Owns a UDP socket on the loopback for tests: what was sent really arrives here. Refuses to wait
// by the clock: it resolves when so many datagrams have come.
import { createSocket } from 'node:dgram';

/** A socket that keeps what it hears. */
export interface Ear {
  readonly port: number;
  /** Resolves with everything heard, once that is at least so many. */
  readonly heard: (count: number) => Promise<readonly Buffer[]>;
  readonly close: () => void;
}

/** Listens on any free port. */
export async function listen(): Promise<Ear> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4_194_304 });
  const datagrams: Buffer[] = [];
  let look = (): void => undefined;
  socket.on('message', (bytes) => {
    datagrams.push(bytes);
    look();
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    heard: async (count) =>
      new Promise((resolve) => {
        look = () => {
          if (datagrams.length >= count) resolve(datagrams);
        };
        look();
      }),
    close: () => socket.close(),
  };
}
