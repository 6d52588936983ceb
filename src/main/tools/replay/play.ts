// Owns sending a capture again: each entry at its time by the monotonic clock, each source from a
// socket of its own, SCTE 104 messages over a connection for each automation system. Refuses to
// alter a byte, a timestamp inside a cue included.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../cue/typed';
import { openLine, type Line } from '../cue/ways/scte104-line';
import type { CaptureEntry } from '../capture/format';
import { openWires, type Wires } from '../capture/wires';

/** Where to and how fast. */
export interface Playing {
  readonly udp: Target;
  readonly scte104: Target;
  readonly speed: number;
  /** Ends it early. */
  readonly stop: AbortSignal;
}

/** What was sent. */
export interface Played {
  readonly datagrams: number;
  readonly messages: number;
  /** What was answered to the messages. */
  readonly answers: number;
  readonly tookMs: number;
  readonly trouble: string | null;
}

function isMultiple(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xff;
}

class Player {
  datagrams = 0;
  messages = 0;
  answers = 0;
  trouble: string | null = null;
  /** Answers that are to come: a cue is acknowledged and then said to be complete. */
  private awaited = 0;
  private readonly lines = new Map<string, Line>();
  private wires: Wires | null = null;

  constructor(private readonly to: Playing) {}

  async send({ from, protocol, bytes }: CaptureEntry): Promise<void> {
    if (protocol === 'udp') {
      this.wires ??= await openWires(this.to.udp);
      this.wires.send(from, bytes);
      this.datagrams += 1;
      return;
    }
    const line = this.lines.get(from) ?? (await this.connected(from));
    if (!line.send(bytes)) {
      this.trouble ??= line.over;
      return;
    }
    this.messages += 1;
    this.awaited += isMultiple(bytes) ? 2 : 1;
  }

  async close(): Promise<void> {
    this.trouble ??= (await this.wires?.close()) ?? null;
    for (const line of this.lines.values()) {
      await line.until(() => this.answers >= this.awaited);
      await line.close();
    }
  }

  private async connected(from: string): Promise<Line> {
    const line = await openLine(this.to.scte104, () => (this.answers += 1));
    this.lines.set(from, line);
    return line;
  }
}

/** Sends the entries. Rejects with the system's error where there is no way. */
export async function play(entries: AsyncIterable<CaptureEntry>, to: Playing): Promise<Played> {
  const player = new Player(to);
  const started = performance.now();
  try {
    for await (const entry of entries) {
      const waitMs = started + entry.ms / to.speed - performance.now();
      if (waitMs > 0) await sleep(waitMs, undefined, { signal: to.stop }).catch(() => undefined);
      if (to.stop.aborted) break;
      await player.send(entry);
    }
  } finally {
    await player.close();
  }
  const { datagrams, messages, answers, trouble } = player;
  return { datagrams, messages, answers, trouble, tookMs: performance.now() - started };
}
