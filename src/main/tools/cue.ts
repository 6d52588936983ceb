// Owns `npm run cue`: sends made cues and says at the end what became of them, or keeps what is
// heard in a file. Exit codes: 0 all left and was answered where answers are owed, 1 some did not,
// 2 the order was wrong (one line says how).
import { randomInt } from 'node:crypto';
import { asksHelp } from '../core/lib/flags';
import { diceOf } from '../core/games/made-up/dice';
import { record } from './capture/record';
import { askCount, settledCount, type Count, type Engine } from './cue/engine-count';
import { CUE_HELP } from './cue/flag-table';
import { orderOf, type SendOrder } from './cue/flags';
import { cardAddress, HOST_TEXT, tokenFor } from './cue/host';
import { makePlan } from './cue/make-plan';
import { sendPlan } from './cue/send-plan';
import { becameLine, sentLine, troubleLines } from './cue/summary';
import { Wrong } from './cue/typed';
import { openWay } from './cue/ways/open-way';

const TWO_TO_32 = 2 ** 32;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function engineOf({ http, token, dataDir, format, to }: SendOrder): Engine {
  const ports = [...new Set(to.map(({ port }) => port))];
  const protocol = format === 'scte104' ? 'scte104' : 'udp';
  return { http, protocol, ports, token: token ?? tokenFor(dataDir) };
}

/** Ends the work at the first interrupt, so that the summary is still told. */
function interrupted(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

async function send(order: SendOrder): Promise<number> {
  const engine = engineOf(order);
  const seed = order.seed ?? randomInt(TWO_TO_32);
  const before = await askCount(engine);
  const way = await openWay({ ...order, local: cardAddress(order.local) }, seed, HOST_TEXT);
  const { cues, unfit, tookMs } = await sendPlan(makePlan(order.action, seed), way, {
    repeat: order.repeat,
    firstEventId: diceOf(seed).between(1, TWO_TO_32 - 1),
    say,
    stop: interrupted(),
  });
  const left = await way.close();
  const { unit } = way;
  say(sentLine({ cues, unit, units: left.units, tookMs }));
  for (const line of [...troubleLines(unit, unfit, left), ...left.notes]) say(line);
  const settled = async (): Promise<Count> =>
    before.ok ? settledCount(engine, before.tally, left.expected) : before;
  say(becameLine(before, await settled(), left.expected));
  return left.failed + left.unanswered + unfit === 0 ? 0 : 1;
}

async function run(typed: readonly string[]): Promise<number> {
  const order = orderOf(typed, process.env);
  if (order.kind === 'send') return send(order);
  return record({ ...order, local: cardAddress(order.local) }, { say, stop: interrupted() });
}

const typed = process.argv.slice(2);
try {
  if (asksHelp(typed)) process.stdout.write(CUE_HELP);
  else process.exitCode = await run(typed);
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  process.stderr.write(`cue: ${error.message}\n`);
  process.exitCode = 2;
}
