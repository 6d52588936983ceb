// Owns `npm run bench [-- NAME] [--json] [--smoke]`: runs the benches and prints each as a ratio
// against its named reference in the same run. Refuses to fail on a figure; it only reports.
import { parseArgs } from 'node:util';
import {
  asksHelp,
  flagFault,
  HELP_FLAG,
  helpOf,
  optionsOf,
  type FlagTable,
} from '../../src/main/core/lib/flags.ts';
import { codec, toldCodec } from './codec/codec.ts';
import { intake, type IntakeResult } from './intake.ts';

/** A bench: what it gives, and that in words. */
type Bench = (smoke: boolean) => Promise<{ result: object; words: string }>;

function benchOf<T extends object>(
  run: (smoke: boolean) => Promise<T>,
  words: (result: T) => string,
): Bench {
  return async (smoke) => {
    const result = await run(smoke);
    return { result, words: words(result) };
  };
}

const BENCHES = { codec: benchOf(codec, toldCodec), intake: benchOf(intake, told) } as const;
type Name = keyof typeof BENCHES;

const FLAGS = {
  json: { takes: null, says: 'prints one JSON object for each' },
  smoke: { takes: null, says: 'shortly, to see that they run: the figures mean nothing' },
  help: HELP_FLAG,
} as const satisfies FlagTable;

const HELP = helpOf({
  use: ['npm run bench -- [NAME ...] [FLAGS]'],
  does: 'Runs the benches and prints each as a ratio against its named reference in the same run.',
  flags: FLAGS,
  more: [`Benches: ${Object.keys(BENCHES).join(', ')}; all of them without a name.`],
});

function told({ rows, at1000, auctions50, machine }: IntakeResult): string {
  const per = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;
  return [
    'intake: datagram to durable marker, against a bare loop (dgram + the same rows in groups)',
    ...rows.map(
      ({ row, cuebidPerSecond, barePerSecond, ratio, limit }) =>
        `  ${row}: lossless ${per(cuebidPerSecond)} of the bare loop's ${per(barePerSecond)}` +
        ` = ${ratio?.toFixed(2) ?? 'no ratio'} (goal 0.60)${limit === null ? '' : `; ${limit}`}`,
    ),
    `  1,000 new markers/s in 20,000 datagrams/s: p50 ${at1000.p50} ms, p99 ${at1000.p99} ms` +
      ` (goal 10 ms), ${at1000.lost} lost`,
    `  50 auctions/s: ${Object.entries(auctions50)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
    `  this machine: ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value.toFixed(3)}`)
      .join(', ')}`,
  ].join('\n');
}

function isName(name: string): name is Name {
  return Object.hasOwn(BENCHES, name);
}

function typed() {
  try {
    return parseArgs({ allowPositionals: true, options: optionsOf(FLAGS) });
  } catch (error) {
    throw new Error(flagFault(error), { cause: error });
  }
}

async function run(): Promise<void> {
  if (asksHelp(process.argv.slice(2))) {
    process.stdout.write(HELP);
    return;
  }
  const { values, positionals } = typed();
  const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
  for (const name of names) {
    if (!isName(name))
      throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`);
    const { result, words } = await BENCHES[name](values.smoke ?? false);
    process.stdout.write(`${values.json === true ? JSON.stringify(result) : words}\n`);
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
