// Owns `npm run replay -- FILE`: sends a capture of cues again and says what became of it. Exit
// codes: 0 all was sent, 1 some was not or the file is no capture, 2 the order was wrong (one line
// says how).
import { asksHelp } from '../core/lib/flags';
import { captureEntries, captureHead, NoCapture } from './capture/read-capture';
import { askCount, settledCount, type Engine } from './cue/engine-count';
import { tokenFor } from './cue/host';
import { becameLine } from './cue/summary';
import { Wrong } from './cue/typed';
import { REPLAY_HELP, replayOrderOf, type ReplayOrder } from './replay/flags';
import { play, type Played } from './replay/play';

/** Cues that carry a timestamp are refused as stale when they are older (the engine's default). */
const STALE_MS = 10_000;
const MINUTE_MS = 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function interrupted(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

function enginesOf(order: ReplayOrder): readonly Engine[] {
  const { engine: http, port, scte104Port, dataDir } = order;
  const token = order.token ?? tokenFor(dataDir);
  return [
    { http, token, protocol: 'udp', ports: [port] },
    { http, token, protocol: 'scte104', ports: [scte104Port] },
  ];
}

function ageLine(startedAt: string): string | null {
  const ageMs = Date.now() - Date.parse(startedAt);
  if (ageMs < STALE_MS) return null;
  const age =
    ageMs < MINUTE_MS ? `${Math.round(ageMs / 1_000)} s` : `${Math.round(ageMs / MINUTE_MS)} min`;
  return (
    `The capture is ${age} old: cues that carry a timestamp are stale for an engine, unless it ` +
    `trusts arrival time.`
  );
}

function sentLine({ datagrams, messages, answers, tookMs }: Played): string {
  const seconds = (tookMs / 1_000).toFixed(1);
  const spoken = messages === 0 ? '' : ` and ${messages} SCTE 104 messages (${answers} answers)`;
  return `Sent ${datagrams} datagrams${spoken} in ${seconds} s.`;
}

async function run(order: ReplayOrder): Promise<number> {
  const { file, host, port, scte104Port, speed } = order;
  const head = await captureHead(file).catch((error: unknown) => {
    throw new NoCapture(`${file} cannot be read: ${reasonOf(error)}`);
  });
  if (head === null) {
    throw new NoCapture(`${file} is no capture of cues; this version replays nothing else`);
  }
  const age = ageLine(head.startedAt);
  if (age !== null) say(age);
  const engines = enginesOf(order);
  const before = await Promise.all(engines.map(askCount));
  const played = await play(captureEntries(file), {
    udp: { host, port },
    scte104: { host, port: scte104Port },
    speed,
    stop: interrupted(),
  });
  say(sentLine(played));
  for (const [at, units] of [played.datagrams, played.messages].entries()) {
    const [engine, first] = [engines[at], before[at]];
    if (units === 0 || engine === undefined || first === undefined) continue;
    const after = first.ok ? await settledCount(engine, first.tally, units) : first;
    say(becameLine(first, after, units));
  }
  if (played.trouble !== null) say(`Not everything was sent: ${played.trouble}.`);
  return played.trouble === null ? 0 : 1;
}

const typed = process.argv.slice(2);
try {
  if (asksHelp(typed)) process.stdout.write(REPLAY_HELP);
  else process.exitCode = await run(replayOrderOf(typed, process.env));
} catch (error) {
  process.stderr.write(`replay: ${reasonOf(error)}${error instanceof Wrong ? '' : '.'}\n`);
  process.exitCode = error instanceof Wrong ? 2 : 1;
}
