// Owns one TCP connection to an injector, seen from the automation system: whole messages out,
// whole messages in, and waiting for them with a limit. Refuses to wait for ever.
// ANSI/SCTE 104 2023 9.1, 9.2.
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { Framing } from '../../../core/codec/scte104/framing';
import { decodeMessage, type SingleMessage } from '../../../core/codec/scte104/message';
import type { Target } from '../typed';

/** What does not answer in this time does not answer. */
export const ANSWER_MOST_MS = 5_000;

/** A connection. */
export class Line {
  /** Why the connection is over; null while it stands. */
  over: string | null = null;
  private readonly framing = new Framing();
  private wake = (): void => undefined;

  constructor(
    private readonly socket: Socket,
    private readonly onMessage: (message: SingleMessage) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.end(error.message));
    socket.on('close', () => this.end('the injector closed the connection'));
  }

  /** Sends bytes; false where the connection is over. */
  send(bytes: Uint8Array): boolean {
    if (this.over === null) this.socket.write(bytes);
    return this.over === null;
  }

  /** Waits until `met`, or until nothing was heard for ANSWER_MOST_MS; whether it was met. */
  async until(met: () => boolean): Promise<boolean> {
    while (!met() && this.over === null) {
      const heard = await new Promise<boolean>((resolve) => {
        const late = setTimeout(() => resolve(false), ANSWER_MOST_MS);
        this.wake = () => {
          clearTimeout(late);
          resolve(true);
        };
      });
      if (!heard) return met();
    }
    return met();
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    if (this.socket.destroyed) return;
    const gone = once(this.socket, 'close');
    this.socket.destroy();
    await gone;
  }

  private take(chunk: Uint8Array): void {
    const { messages, fault } = this.framing.push(chunk);
    for (const bytes of messages) {
      const read = decodeMessage(bytes);
      if (read.ok && read.message.kind === 'single') this.onMessage(read.message);
    }
    if (fault !== null) this.end(`what answers does not speak SCTE 104 (${fault})`);
    this.wake();
  }

  private end(why: string): void {
    this.over ??= why;
    this.wake();
  }
}

/** Opens a connection. Rejects with the system's error, or where nobody answers in time. */
export async function openLine(
  { host, port }: Target,
  onMessage: (message: SingleMessage) => void,
): Promise<Line> {
  const socket = connect({ host, port });
  const late = AbortSignal.timeout(ANSWER_MOST_MS);
  try {
    await once(socket, 'connect', { signal: late });
  } catch (error) {
    socket.destroy();
    throw late.aborted ? new Error('nobody answers') : error;
  }
  return new Line(socket, onMessage);
}
