// Owns `npm run cue`: sends made cues over UDP and says at the end what became of them. Exit codes:
// 0 all left, 1 some did not, 2 the order was wrong (one line says how).
import { randomInt } from 'node:crypto';
import { asksHelp } from '../core/lib/flags';
import { diceOf } from '../core/games/made-up/dice';
import { askCount, settledCount, type Count, type Engine } from './cue/engine-count';
import { CUE_HELP } from './cue/flag-table';
import { orderOf, Wrong, type Order } from './cue/flags';
import { HOST_TEXT, tokenIn, usualDataDir } from './cue/host';
import { makePlan } from './cue/make-plan';
import { sendPlan } from './cue/send-plan';
import { becameLine, sentLine } from './cue/summary';
import { openWire, type Wire } from './cue/wire';

const TWO_TO_32 = 2 ** 32;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function wireTo({ host, port }: Order): Promise<Wire> {
  return openWire(host, port).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Wrong(`There is no way to ${host} (${why}).`);
  });
}

function engineOf(order: Order): Engine {
  const { http, port, token, dataDir } = order;
  const kept = (): string | null => tokenIn(dataDir ?? usualDataDir(process.platform, process.env));
  return { http, port, token: token ?? kept() };
}

/** Ends the sending at the first interrupt, so that the summary is still told. */
function interrupted(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

async function run(order: Order): Promise<number> {
  const engine = engineOf(order);
  const seed = order.seed ?? randomInt(TWO_TO_32);
  const wire = await wireTo(order);
  const before = await askCount(engine);
  const sent = await sendPlan(makePlan(order.action, seed), wire, {
    format: order.format,
    repeat: order.repeat,
    firstEventId: diceOf(seed).between(1, TWO_TO_32 - 1),
    text: HOST_TEXT,
    say,
    stop: interrupted(),
  });
  const { failed, reason } = await wire.close();
  say(sentLine(sent));
  if (reason !== null) say(`${failed} datagrams did not leave: ${reason}.`);
  const left = sent.datagrams - failed;
  const after: Count = before.ok ? await settledCount(engine, before.listener, left) : before;
  say(becameLine(before, after, left));
  return failed === 0 ? 0 : 1;
}

const typed = process.argv.slice(2);
try {
  if (asksHelp(typed)) process.stdout.write(CUE_HELP);
  else process.exitCode = await run(orderOf(typed, process.env));
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  process.stderr.write(`cue: ${error.message}\n`);
  process.exitCode = 2;
}
