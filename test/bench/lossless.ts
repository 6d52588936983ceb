// Owns the search for the lossless rate: the highest rate of datagrams at which not one is lost.
// Refuses a rate that the sender itself could not keep.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Subject } from './subjects.ts';
import { CYCLE } from './traffic.ts';

/** How long one trial lasts and between which rates is searched. */
export interface Search {
  readonly seconds: number;
  readonly fromRate: number;
  readonly mostRate: number;
  readonly bisections: number;
  /** New cues a second; where left out, one datagram in twenty is one. */
  readonly cuesPerSecond?: number;
}

interface Trial {
  readonly rate: number;
  readonly lost: number;
  readonly kept: boolean;
}

let nextBase = 1;

/** Sends the traffic once; gives what went out and how long it took. */
export async function send(
  port: number,
  load: { rate: number; seconds: number; cuesPerSecond?: number | undefined },
): Promise<{ sent: number; tookMs: number }> {
  const { rate, seconds, cuesPerSecond } = load;
  const base = nextBase;
  nextBase += Math.ceil(rate * seconds);
  const cycle = cuesPerSecond === undefined ? CYCLE : Math.round(rate / cuesPerSecond);
  const flags = [port, rate, seconds, base, cycle].map(String);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sender.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`sender: ${code}`))));
  });
  return JSON.parse(line) as { sent: number; tookMs: number };
}

/** Waits until nothing moves any more. */
export async function settled(subject: Subject): Promise<{ packets: number }> {
  let last = await subject.counts();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await subject.counts();
    if (now.packets === last.packets && now.pending === 0) return now;
    last = now;
  }
}

async function trial(subject: Subject, rate: number, search: Search): Promise<Trial> {
  const { seconds, cuesPerSecond } = search;
  const before = await settled(subject);
  const { sent, tookMs } = await send(subject.port, { rate, seconds, cuesPerSecond });
  const after = await settled(subject);
  const lost = sent - (after.packets - before.packets);
  return { rate: (sent * 1000) / tookMs, lost, kept: (sent * 1000) / tookMs > rate * 0.97 };
}

/** The highest rate without loss, in datagrams a second, and whether the sender was the limit. */
export async function losslessRate(
  subject: Subject,
  search: Search,
): Promise<{ rate: number; senderLimit: boolean }> {
  let good = 0;
  let bad = Infinity;
  for (let rate = search.fromRate; rate <= search.mostRate; rate = Math.round(rate * 1.3)) {
    const { lost, kept } = await trial(subject, rate, search);
    if (lost === 0 && kept) good = rate;
    else {
      if (lost === 0) return { rate: good, senderLimit: true };
      bad = rate;
      break;
    }
  }
  for (let n = 0; n < search.bisections && bad < Infinity; n += 1) {
    const middle = Math.round((good + bad) / 2);
    const { lost, kept } = await trial(subject, middle, search);
    if (lost === 0 && kept) good = middle;
    else bad = middle;
  }
  return { rate: good, senderLimit: bad === Infinity };
}
