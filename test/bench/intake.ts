// Owns `npm run bench -- intake`: from datagram to durable marker, against a bare loop that ends
// with the same rows. Prints ratios; nothing here fails on a figure.
import { losslessRate, send, settled, type Found, type Search } from './lossless.ts';
import { fsyncMs, timerMs } from './machine.ts';
import { startBare, startEngine } from './subjects.ts';

/** What one row of the bench says. Rates in datagrams a second. */
export interface IntakeRow {
  readonly row: string;
  readonly cuebidPerSecond: number;
  readonly barePerSecond: number;
  /** Null where the bare loop lost datagrams at every rate. */
  readonly ratio: number | null;
  /** What else bounded the figures; null where nothing did. */
  readonly limit: string | null;
}

/** The whole result. Milliseconds. */
export interface IntakeResult {
  readonly bench: 'intake';
  readonly rows: readonly IntakeRow[];
  readonly at1000: { readonly p50: number; readonly p99: number; readonly lost: number };
  readonly auctions50: Record<string, number>;
  readonly machine: Record<string, number>;
}

function searchOf(smoke: boolean): Search {
  return smoke
    ? { seconds: 0.5, fromRate: 5_000, mostRate: 15_000, bisections: 0 }
    : { seconds: 3, fromRate: 12_000, mostRate: 160_000, bisections: 3 };
}

interface RowOrder {
  readonly name: string;
  readonly mode: 'setup' | 'rehearsal';
  readonly search: Search;
}

async function row({ name, mode, search }: RowOrder): Promise<IntakeRow> {
  const engine = await startEngine(mode, { auctions: { maxConcurrent: 1_000 } });
  const cuebid = await losslessRate(engine, search);
  await engine.stop();
  const bare = await startBare(mode);
  const reference = await losslessRate(bare, search);
  await bare.stop();
  return {
    row: name,
    cuebidPerSecond: cuebid.rate,
    barePerSecond: reference.rate,
    ratio: reference.rate === 0 ? null : Math.round((cuebid.rate / reference.rate) * 100) / 100,
    limit: limitOf(cuebid, reference),
  };
}

/** What the sender's own limit makes of a ratio; null where it was none. */
export function limitOf(cuebid: Found, bare: Found): string | null {
  if (cuebid.senderLimit && bare.senderLimit) return 'the sender was the limit of both';
  if (cuebid.senderLimit) return "the sender was Cuebid's limit: the ratio is at least this";
  return bare.senderLimit
    ? "the sender was the bare loop's limit: the ratio is at most this"
    : null;
}

/** Every figure to three decimals: what is beyond is noise. */
export function rounded<T>(value: T): T {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' ? Math.round(part * 1_000) / 1_000 : part,
  );
  return JSON.parse(text) as T;
}

async function at1000(smoke: boolean): Promise<IntakeResult['at1000']> {
  const engine = await startEngine('setup');
  const { sent } = await send(engine.port, { rate: 20_000, seconds: smoke ? 1 : 5 });
  const { packets } = await settled(engine);
  const { latencyMs } = await engine.stats();
  await engine.stop();
  const { p50, p99 } = latencyMs.receiveToDurable;
  return { p50, p99, lost: sent - packets };
}

async function auctions50(smoke: boolean): Promise<Record<string, number>> {
  const engine = await startEngine('rehearsal', { auctions: { maxConcurrent: 1_000 } });
  const { sent } = await send(engine.port, { rate: 1_000, seconds: smoke ? 2 : 10 });
  await settled(engine);
  for (let open = 1; open > 0;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    open = (await engine.stats()).auctions.open;
  }
  const { latencyMs, auctions, listeners } = await engine.stats();
  await engine.stop();
  return {
    lost: sent - (listeners[0]?.packets ?? 0),
    sold: auctions.sold,
    unsold: auctions.unsold,
    receiveToOpenP99Ms: latencyMs.receiveToOpen.p99,
    closeLatenessP99Ms: latencyMs.closeLateness.p99,
    closeToDurableP99Ms: latencyMs.closeToDurable.p99,
  };
}

/** Runs the bench; `smoke` only shows that it still runs. */
export async function intake(smoke: boolean): Promise<IntakeResult> {
  const engine = await startEngine('setup');
  const disk = fsyncMs(engine.dir);
  await engine.stop();
  const timer = await timerMs();
  const search = searchOf(smoke);
  const sold = { ...search, cuesPerSecond: 50 };
  return rounded<IntakeResult>({
    bench: 'intake',
    rows: [
      await row({ name: 'SETUP, 1 new cue in 20', mode: 'setup', search }),
      await row({ name: 'with 50 auctions/s', mode: 'rehearsal', search: sold }),
    ],
    at1000: await at1000(smoke),
    auctions50: await auctions50(smoke),
    machine: { fsyncP50Ms: disk.p50, fsyncP99Ms: disk.p99, timerLateP99Ms: timer.p99 },
  });
}
