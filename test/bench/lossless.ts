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

/** One trial: the rate that really went out, how many were lost, whether the sender kept up. */
export interface Trial {
  readonly rate: number;
  readonly lost: number;
  readonly kept: boolean;
}

/** What a search found: a rate that really went out, and whether the sender ended the search. */
export interface Found {
  readonly rate: number;
  readonly senderLimit: boolean;
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

/** The highest rate without loss, in datagrams a second. */
export async function losslessRate(subject: Subject, search: Search): Promise<Found> {
  return highestRate((rate) => trial(subject, rate, search), search);
}

/**
 * Rises until something is lost, then halves the distance. A sender that does not keep up has
 * proved nothing about the subject: the search ends there and says so.
 */
export async function highestRate(
  tried: (rate: number) => Promise<Trial>,
  { fromRate, mostRate, bisections }: Search,
): Promise<Found> {
  let [good, bad] = [0, Infinity];
  const isOver = async (rate: number): Promise<boolean> => {
    const { rate: really, lost, kept } = await tried(rate);
    if (lost > 0) bad = Math.max(good, Math.min(rate, Math.round(really)));
    else if (kept) good = Math.max(good, Math.min(rate, Math.floor(really)));
    return lost === 0 && !kept;
  };
  for (let rate = fromRate; rate <= mostRate && bad === Infinity; rate = Math.round(rate * 1.3)) {
    if (await isOver(rate)) return { rate: good, senderLimit: true };
  }
  for (let n = 0; n < bisections && bad < Infinity; n += 1) {
    if (await isOver(Math.round((good + bad) / 2))) return { rate: good, senderLimit: true };
  }
  return { rate: good, senderLimit: bad === Infinity };
}
