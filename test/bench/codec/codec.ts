// Owns `npm run bench -- codec`: how fast a section becomes a typed object with its CRC_32 checked,
// against a pass that only reckons that CRC with one table, and against npm's scte35 on base64. All
// in one run, in turns, so that a busy machine disturbs both sides alike.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { crc32Table } from '../crc.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** The standard's own examples, 14.2 and 14.1. */
const SPLICE_INSERT = '/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=';
const TIME_SIGNAL = '/DA0AAAAAAAA///wBQb+cr0AUAAeAhxDVUVJSAAAjn/PAAGlmbAICAAAAAAsoKGKNAIAmsnRfg==';
const BATCH = 500;

interface Codecs {
  readonly decodeBytes: (bytes: Uint8Array) => number;
  readonly decodeBase64: (text: string) => number;
  readonly peerBase64: (text: string) => number;
  readonly quietly: <T>(run: () => T) => T;
  readonly streamOf: (packets: number) => Uint8Array;
  readonly cuesIn: (stream: Uint8Array) => number;
  readonly syncsIn: (stream: Uint8Array) => number;
}

/** A transport stream to its cues, on one core, and a pass that only finds its sync bytes. */
export interface StreamRow {
  readonly row: string;
  readonly cuebidMbitPerSecond: number;
  readonly reference: string;
  readonly referenceMbitPerSecond: number;
  readonly ratio: number;
  readonly goalMbitPerSecond: number;
}

/** One row: ours and its reference, messages a second. */
export interface CodecRow {
  readonly row: string;
  readonly cuebidPerSecond: number;
  readonly reference: string;
  readonly referencePerSecond: number;
  readonly ratio: number;
  readonly goal: number;
}

/** The whole result. */
export interface CodecResult {
  readonly bench: 'codec';
  readonly rows: readonly CodecRow[];
  readonly stream: StreamRow;
}

async function bundled(): Promise<Codecs> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const outDir = mkdtempSync(join(ROOT, '.cache', 'bench-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: join(import.meta.dirname, 'entry.ts'), outDir, emptyOutDir: true },
    });
    return (await import(pathToFileURL(join(outDir, 'entry.js')).href)) as Codecs;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

let sink = 0;

function rate(run: () => number, forMs: number): number {
  const from = performance.now();
  let count = 0;
  let took = 0;
  while (took < forMs) {
    for (let n = 0; n < BATCH; n += 1) sink ^= run();
    count += BATCH;
    took = performance.now() - from;
  }
  return (count * 1000) / took;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

interface Pair {
  readonly row: string;
  readonly reference: string;
  readonly goal: number;
  readonly ours: () => number;
  readonly theirs: () => number;
}

function measured({ row, reference, goal, ours, theirs }: Pair, smoke: boolean): CodecRow {
  const [rounds, forMs] = smoke ? [2, 20] : [9, 250];
  const pairs = Array.from({ length: rounds + 1 }, () => [rate(ours, forMs), rate(theirs, forMs)]);
  const warm = pairs.slice(1);
  const cuebidPerSecond = median(warm.map(([mine = 0]) => mine));
  const referencePerSecond = median(warm.map(([, other = 0]) => other));
  const ratio = median(warm.map(([mine = 0, other = 1]) => mine / other));
  return { row, cuebidPerSecond, reference, referencePerSecond, ratio, goal };
}

const STREAM_PACKETS = 20_000;
const STREAM_GOAL_MBIT = 500;
const MBIT = STREAM_PACKETS * 188 * 8e-6;

function streamed({ streamOf, cuesIn, syncsIn }: Codecs, smoke: boolean): StreamRow {
  const stream = streamOf(STREAM_PACKETS);
  if (cuesIn(stream) === 0) throw new Error('no cue was found in the stream');
  const timed = (run: (stream: Uint8Array) => number): number => {
    const from = performance.now();
    sink ^= run(stream);
    return (MBIT * 1000) / (performance.now() - from);
  };
  const rounds = Array.from({ length: smoke ? 3 : 41 }, () => [timed(cuesIn), timed(syncsIn)]);
  const warm = rounds.slice(1);
  return {
    row: 'transport stream, seven packets a datagram',
    cuebidMbitPerSecond: Math.round(median(warm.map(([mine = 0]) => mine))),
    reference: 'a pass that only finds sync bytes',
    referenceMbitPerSecond: Math.round(median(warm.map(([, other = 0]) => other))),
    ratio: rounded(median(warm.map(([mine = 0, other = 1]) => mine / other))),
    goalMbitPerSecond: STREAM_GOAL_MBIT,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Runs the bench; `smoke` only shows that it still runs. */
export async function codec(smoke: boolean): Promise<CodecResult> {
  const codecs = await bundled();
  const { decodeBytes, decodeBase64, peerBase64, quietly } = codecs;
  const pairs = [
    ['splice_insert of 14.2', SPLICE_INSERT],
    ['time_signal of 14.1', TIME_SIGNAL],
  ].flatMap(([name = '', base64 = '']): Pair[] => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const crc = { reference: 'a CRC_32 pass with one table', goal: 0.3 };
    const peer = { reference: "npm's scte35 0.2.4", goal: 8 };
    return [
      {
        row: `${name}, bytes`,
        ...crc,
        ours: () => decodeBytes(bytes),
        theirs: () => crc32Table(bytes),
      },
      {
        row: `${name}, base64`,
        ...peer,
        ours: () => decodeBase64(base64),
        theirs: () => peerBase64(base64),
      },
    ];
  });
  const rows = quietly(() => pairs.map((pair) => measured(pair, smoke)));
  if (sink === 0.5) throw new Error('a sum of whole numbers is whole');
  return { bench: 'codec', rows, stream: streamed(codecs, smoke) };
}

/** The result in words. */
export function toldCodec({ rows, stream }: CodecResult): string {
  const per = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;
  return [
    'codec: a section to a typed object, CRC_32 checked',
    ...rows.map(
      ({ row, cuebidPerSecond, reference, referencePerSecond, ratio, goal }) =>
        `  ${row}: ${per(cuebidPerSecond)}, ${reference} ${per(referencePerSecond)}` +
        ` = ${ratio.toFixed(2)} (goal ${goal})`,
    ),
    `  ${stream.row}: ${stream.cuebidMbitPerSecond.toLocaleString('en')} Mbit/s on one core` +
      ` (goal ${stream.goalMbitPerSecond}), ${stream.reference} ` +
      `${stream.referenceMbitPerSecond.toLocaleString('en')} = ${stream.ratio.toFixed(3)}`,
  ].join('\n');
}
